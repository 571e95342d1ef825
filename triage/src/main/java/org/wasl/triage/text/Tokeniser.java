package org.wasl.triage.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts light text into sentences of tokens. Undoes what people do to slip past filters (letters set apart, symbols
 * inside a word); leaves out addresses and mentions. One pass, no backtracking.
 */
final class Tokeniser {

    /** A "word" beyond this is no word; the rest of it is skipped. */
    private static final int LONGEST_WORD = 64;

    private static final String SENTENCE_ENDS = ".!?;\n\u2026";
    private static final String INNER_SYMBOLS = "*_~^|";
    private static final String LETTER_GAPS = " ._*-/,";

    private final MappedText text;
    private final List<Piece> pieces = new ArrayList<>();

    private Tokeniser(MappedText text) {
        this.text = text;
    }

    static List<List<Token>> sentences(MappedText text) {
        Tokeniser tokeniser = new Tokeniser(text);
        tokeniser.cut();
        return tokeniser.group();
    }

    /** A word, number, emoji or sentence end, by its place in the light text. */
    private record Piece(int from, int to, String word, boolean end, boolean emoji) {

        boolean singleLetter() {
            return !end && !emoji && word.length() == 1 && Character.isLetter(word.charAt(0));
        }
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (unit == ' ') {
                at++;
            } else if (unit == '@' || startsAddress(at)) {
                at = skipToSpace(at);
            } else if (isWordUnit(unit)) {
                at = word(at);
            } else if (SENTENCE_ENDS.indexOf(unit) >= 0) {
                pieces.add(new Piece(at, at + 1, "", true, false));
                at++;
            } else {
                at = symbol(at);
            }
        }
    }

    private int word(int from) {
        int end = from;
        while (end < text.length() && isWordUnit(text.charAt(end))) {
            end++;
        }
        boolean goesOn = end < text.length() && (text.charAt(end) == '\'' || joins(text.charAt(end), end));
        if (goesOn || end - from > LONGEST_WORD) {
            return unusualWord(from);
        }
        pieces.add(new Piece(from, end, text.text().substring(from, end), false, false));
        return end;
    }

    /** A very long one, or one with apostrophes or symbols inside. */
    private int unusualWord(int from) {
        StringBuilder word = new StringBuilder();
        int at = from;
        int to = from;
        while (at < text.length()) {
            char unit = text.charAt(at);
            if (isWordUnit(unit)) {
                if (word.length() < LONGEST_WORD) {
                    word.append(unit);
                }
                to = at + 1;
            } else if (unit == '\'' && keepsApostrophe(at)) {
                word.append(unit);
                to = at + 1;
            } else if (!joins(unit, at)) {
                break;
            }
            at++;
        }
        pieces.add(new Piece(from, to, word.toString(), false, false));
        return Math.max(at, from + 1);
    }

    /** In Arabizi an apostrophe after a digit is part of the letter. */
    private boolean keepsApostrophe(int at) {
        return at > 0 && "3679".indexOf(text.charAt(at - 1)) >= 0;
    }

    private boolean joins(char unit, int at) {
        return (unit == '\'' || INNER_SYMBOLS.indexOf(unit) >= 0)
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
    }

    private int symbol(int at) {
        int point = Character.codePointAt(text, at);
        int to = at + Character.charCount(point);
        if (Character.getType(point) == Character.OTHER_SYMBOL && point != 0xFFFD) {
            pieces.add(new Piece(at, to, text.subSequence(at, to).toString(), false, true));
        }
        return to;
    }

    private boolean startsAddress(int at) {
        char unit = text.charAt(at);
        return (unit == 'h' && (startsWith(at, "http://") || startsWith(at, "https://")))
                || (unit == 'w' && startsWith(at, "www."));
    }

    private boolean startsWith(int at, String start) {
        return at + start.length() <= text.length() && start.contentEquals(text.subSequence(at, at + start.length()));
    }

    private int skipToSpace(int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return Math.max(at, from + 1);
    }

    private static boolean isWordUnit(char unit) {
        return Character.isLetterOrDigit(unit);
    }

    private List<List<Token>> group() {
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> sentence = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            int spelled = endOfSpelledWord(at);
            if (spelled > at) {
                sentence.add(token(joined(at, spelled)));
                at = spelled;
            } else if (pieces.get(at).end()) {
                if (!sentence.isEmpty()) {
                    sentences.add(List.copyOf(sentence));
                    sentence.clear();
                }
                at++;
            } else {
                sentence.add(token(pieces.get(at)));
                at++;
            }
        }
        if (!sentence.isEmpty()) {
            sentences.add(List.copyOf(sentence));
        }
        return List.copyOf(sentences);
    }

    /** Three and more single letters, each set apart by the same one character: a word in disguise. */
    private int endOfSpelledWord(int from) {
        if (!pieces.get(from).singleLetter()) {
            return from;
        }
        int letters = 1;
        int last = from;
        int at = from + 1;
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            if (piece.end()) {
                at++;
            } else if (piece.singleLetter()
                    && piece.from() == pieces.get(last).to() + 1
                    && isGap(text.charAt(piece.from() - 1), from, last)) {
                letters++;
                last = at;
                at++;
            } else {
                break;
            }
        }
        return letters >= 3 ? last + 1 : from;
    }

    private boolean isGap(char gap, int first, int last) {
        return LETTER_GAPS.indexOf(gap) >= 0
                && (first == last || gap == text.charAt(pieces.get(last).from() - 1));
    }

    private Piece joined(int from, int to) {
        StringBuilder word = new StringBuilder();
        for (Piece piece : pieces.subList(from, to)) {
            if (word.length() < LONGEST_WORD) {
                word.append(piece.word());
            }
        }
        return new Piece(pieces.get(from).from(), pieces.get(to - 1).to(), word.toString(), false, false);
    }

    private Token token(Piece piece) {
        int start = text.rawStart(piece.from());
        int end = text.rawEnd(piece.to() - 1);
        if (piece.emoji()) {
            boolean laughs = Laughter.isEmoji(piece.word());
            return new Token(
                    laughs ? Token.Kind.LAUGH : Token.Kind.EMOJI, piece.word(), piece.word(), List.of(), start, end);
        }
        String word = piece.word();
        String folded = Fold.word(word);
        if (Laughter.isWord(word)) {
            return new Token(Token.Kind.LAUGH, word, folded, List.of(), start, end);
        }
        if (isNumber(word)) {
            return new Token(Token.Kind.NUMBER, word, folded, List.of(), start, end);
        }
        return new Token(
                Token.Kind.WORD, word, folded, holdsLatin(word) ? Skeleton.ofLatin(word) : List.of(), start, end);
    }

    private static boolean isNumber(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) < '0' || word.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsLatin(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (Letters.isLatin(word.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
