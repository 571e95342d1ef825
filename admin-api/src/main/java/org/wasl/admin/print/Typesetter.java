package org.wasl.admin.print;

import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Breaks text into lines and puts the pieces of each line into the order they are seen in. Not thread-safe.
 *
 * <p>A word longer than the line is broken between its letters, which stay joined in form.
 */
final class Typesetter {

    /** A word is cut after at most so many letters, however narrow they are. */
    private static final int LONGEST_PIECE = 400;

    private final Typeface typeface;
    private final Locale locale;
    private final boolean rightToLeft;
    private final UnaryOperator<String> apart;

    Typesetter(Typeface typeface, Locale locale, boolean rightToLeft) {
        this(typeface, locale, rightToLeft, Numerals::isolated);
    }

    /** @param apart sets numbers apart in a line */
    Typesetter(Typeface typeface, Locale locale, boolean rightToLeft, UnaryOperator<String> apart) {
        this.typeface = typeface;
        this.locale = locale;
        this.rightToLeft = rightToLeft;
        this.apart = apart;
    }

    /** The same, for a text whose own letters say where it begins: citizens' words in another language than the reader's. */
    Typesetter facing(String text) {
        for (int at = 0; at < text.length(); at++) {
            byte direction = Character.getDirectionality(text.charAt(at));
            if (direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return new Typesetter(typeface, locale, false, apart);
            }
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT) {
                return new Typesetter(typeface, locale, true, apart);
            }
        }
        return this;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** The text in lines not wider than so many points. Never empty: no text is one empty line. */
    List<SetLine> lines(String text, Face face, float size, float width) {
        List<SetLine> all = new ArrayList<>();
        for (String line : PlainText.clean(text).split("\n", -1)) {
            all.addAll(new Paragraph(apart.apply(line), face, size).lines(width));
        }
        return all;
    }

    /** How wide the text is on one line, and its longest word. */
    Widths widths(String text, Face face, float size) {
        float whole = 0;
        float word = 0;
        for (String line : PlainText.clean(text).split("\n", -1)) {
            Paragraph paragraph = new Paragraph(apart.apply(line), face, size);
            whole = Math.max(whole, paragraph.width(0, paragraph.text.length));
            word = Math.max(word, paragraph.longestWord());
        }
        return new Widths(whole, word);
    }

    record Widths(float whole, float word) {}

    private final class Paragraph {
        private final char[] text;
        private final Face face;
        private final float size;
        private final Bidi bidi;
        private final List<Integer> breaks;

        Paragraph(String isolated, Face face, float size) {
            this.text = isolated.toCharArray();
            this.face = face;
            this.size = size;
            this.bidi = new Bidi(isolated, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            this.breaks = breaks(isolated);
        }

        private boolean digitAt(int place) {
            int at = place;
            while (at < text.length && Numerals.begins(text[at])) {
                at++;
            }
            return at < text.length && Character.isDigit(text[at]);
        }

        /** Where a line may end: not in a date, a time or a case number. The signs that set a number apart go with the number. */
        private List<Integer> breaks(String isolated) {
            BreakIterator words = BreakIterator.getLineInstance(locale);
            words.setText(isolated);
            List<Integer> all = new ArrayList<>();
            words.first();
            for (int at = words.next(); at != BreakIterator.DONE; at = words.next()) {
                int place = at;
                while (place > 0 && place < text.length && Numerals.begins(text[place - 1])) {
                    place--;
                }
                while (place < text.length && Numerals.ends(text[place])) {
                    place++;
                }
                boolean torn = place < text.length && place > 0 && !breaking(text[place - 1]) && digitAt(place);
                if (place > 0 && !torn && (all.isEmpty() || place > all.getLast())) {
                    all.add(place);
                }
            }
            return all;
        }

        List<SetLine> lines(float width) {
            List<SetLine> all = new ArrayList<>();
            int from = 0;
            int to = 0;
            float taken = 0;
            for (int next : breaks) {
                float more = width(to, next);
                if (taken + width(to, trimmed(to, next)) <= width) {
                    taken += more;
                    to = next;
                    continue;
                }
                if (to > from) {
                    all.add(set(from, to));
                    from = to;
                }
                while (width(from, trimmed(from, next)) > width) {
                    int cut = fitting(from, next, width);
                    all.add(set(from, cut));
                    from = cut;
                }
                to = next;
                taken = width(from, to);
            }
            if (to > from || all.isEmpty()) {
                all.add(set(from, to));
            }
            return all;
        }

        float longestWord() {
            float longest = 0;
            int from = 0;
            for (int to : breaks) {
                longest = Math.max(longest, width(from, trimmed(from, to)));
                from = to;
            }
            return longest;
        }

        /** Up to where a word fits; at least one letter. */
        private int fitting(int from, int to, float width) {
            BreakIterator letters = BreakIterator.getCharacterInstance(locale);
            int most = Math.min(to, from + LONGEST_PIECE);
            letters.setText(new String(text, from, most - from));
            int low = letters.next();
            int high = most - from;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                int boundary = letters.isBoundary(middle) ? middle : letters.preceding(middle);
                if (boundary > low && width(from, from + boundary) <= width) {
                    low = boundary;
                } else {
                    high = middle - 1;
                }
            }
            return from + Math.max(1, low);
        }

        private int trimmed(int from, int to) {
            int end = to;
            while (end > from && space(text[end - 1])) {
                end--;
            }
            return end;
        }

        private static boolean breaking(char c) {
            return space(c) && c != '\u00A0';
        }

        private static boolean space(char c) {
            return Character.isSpaceChar(c) || Character.isWhitespace(c);
        }

        private float width(int from, int to) {
            float width = 0;
            for (int at = from; at < to; ) {
                int end = sameDirection(at, to);
                width += advance(shaped(at, end));
                at = end;
            }
            return width;
        }

        private int sameDirection(int from, int to) {
            int end = from + 1;
            while (end < to && bidi.getLevelAt(end) == bidi.getLevelAt(from)) {
                end++;
            }
            return end;
        }

        private SetLine set(int from, int until) {
            int to = trimmed(from, until);
            List<SetLine.Piece> pieces = new ArrayList<>();
            float left = 0;
            for (int[] run : seen(from, to)) {
                GlyphVector glyphs = shaped(run[0], run[1]);
                pieces.add(new SetLine.Piece(glyphs, left));
                left += advance(glyphs);
            }
            return new SetLine(pieces, face, size, left, spoken(from, to));
        }

        /** The pieces of one direction, in the order they are seen from the left. */
        private List<int[]> seen(int from, int to) {
            if (from == to) {
                return List.of();
            }
            Bidi line = bidi.createLineBidi(from, to);
            int runs = line.getRunCount();
            byte[] levels = new byte[runs];
            Object[] pieces = new Object[runs];
            for (int run = 0; run < runs; run++) {
                levels[run] = (byte) line.getRunLevel(run);
                pieces[run] = new int[] {from + line.getRunStart(run), from + line.getRunLimit(run)};
            }
            Bidi.reorderVisually(levels, 0, pieces, 0, runs);
            List<int[]> all = new ArrayList<>(runs);
            for (Object piece : pieces) {
                all.add((int[]) piece);
            }
            return all;
        }

        private GlyphVector shaped(int from, int to) {
            return typeface.shaped(face, text, from, to, bidi.getLevelAt(from) % 2 == 1);
        }

        private float advance(GlyphVector glyphs) {
            return (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX() * size / Typeface.MEASURE;
        }

        private String spoken(int from, int to) {
            return Numerals.typed(new String(text, from, to - from));
        }
    }
}
