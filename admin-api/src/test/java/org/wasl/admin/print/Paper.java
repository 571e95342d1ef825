package org.wasl.admin.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.wasl.admin.web.ConsoleLanguage;

/** A printed document as somebody sees it: drawn by another library than the one that wrote it. */
final class Paper implements AutoCloseable {

    static final Typeface TYPEFACE = new Typeface();

    private static final int DARK = 128;

    private final PDDocument document;

    Paper(byte[] pdf) {
        try {
            document = Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line alone on a sheet. */
    static Paper ofLine(String text, ConsoleLanguage language, UnaryOperator<String> apart, float size) {
        boolean rightToLeft = language.direction().equals("rtl");
        SetLine line = new Typesetter(TYPEFACE, language.locale(), rightToLeft, apart)
                .lines(text, Face.REGULAR, size, 500)
                .getFirst();
        List<Ink> page = List.of(new Ink.Line(line, 40, 200, 0));
        return new Paper(new PageWriter(TYPEFACE, Sheet.A4, language, "", null).written(List.of(page)));
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("console/messages/print");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    PDDocument document() {
        return document;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Every glyph of a page, from left to right, those of one line after those of the line above. */
    List<Glyph> glyphs(int page) {
        List<Glyph> all = new ArrayList<>();
        try {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    all.add(new Glyph(
                            text.getCharacterCodes()[0], text.getXDirAdj(), text.getYDirAdj(), text.getFontSizeInPt()));
                }
            };
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        return all;
    }

    /** Which of these signs stand on the page, in the order they are seen from the left. */
    String seen(int page, String signs) {
        StringBuilder seen = new StringBuilder();
        for (Glyph glyph : glyphs(page)) {
            signs.chars().filter(sign -> code((char) sign) == glyph.code()).forEach(sign -> seen.append((char) sign));
        }
        return seen.toString();
    }

    /** How many pieces of ink there are that do not touch. Joined letters are one piece; each dot is one more. */
    int pieces(int page) {
        BufferedImage image = drawn(page, 200);
        boolean[] seen = new boolean[image.getWidth() * image.getHeight()];
        int pieces = 0;
        for (int at = 0; at < seen.length; at++) {
            if (!seen[at] && dark(image, at)) {
                pieces++;
                fill(image, at, seen);
            }
        }
        return pieces;
    }

    BufferedImage drawn(int page, int dotsPerInch) {
        try {
            return new PDFRenderer(document).renderImageWithDPI(page - 1, dotsPerInch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page says to somebody who has it read: the words that lie beside the glyphs, line by line. */
    String said(int page) {
        try {
            List<String> words = new ArrayList<>();
            for (Object token : new PDFStreamParser(document.getPage(page - 1)).parse()) {
                if (token instanceof COSDictionary beside && beside.containsKey(COSName.ACTUAL_TEXT)) {
                    words.add(Objects.toString(beside.getString(COSName.ACTUAL_TEXT), ""));
                }
            }
            return String.join("\n", words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        return Objects.toString(document.getDocumentInformation().getTitle(), "");
    }

    static int code(char sign) {
        return TYPEFACE.shaped(Face.REGULAR, new char[] {sign}, 0, 1, false).getGlyphCode(0);
    }

    private static void fill(BufferedImage image, int start, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        int wide = image.getWidth();
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % wide;
            for (int step : new int[] {-wide - 1, -wide, -wide + 1, -1, 1, wide - 1, wide, wide + 1}) {
                int next = at + step;
                boolean inside = next >= 0 && next < seen.length && Math.abs(next % wide - x) <= 1;
                if (inside && !seen[next] && dark(image, next)) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
    }

    private static boolean dark(BufferedImage image, int at) {
        return (image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xFF) < DARK;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    record Glyph(int code, float x, float y, float size) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d@%.1f,%.1f", code, x, y);
        }
    }
}
