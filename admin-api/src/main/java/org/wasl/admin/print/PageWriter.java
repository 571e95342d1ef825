package org.wasl.admin.print;

import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.wasl.admin.web.ConsoleLanguage;

/**
 * Writes pages as a PDF. Each line carries beside its glyphs what it says, in the order it is spoken, so that copying and
 * reading aloud do not depend on the order of the glyphs. Metadata: title and language; no name, no time, no machine.
 */
final class PageWriter {

    /** Letters may stand so far from where the font would put them, in shares of their size, before they are moved. */
    private static final float SLACK = 0.02f;

    private static final float MARK_SIZE = 22;
    private static final float MARK_GREY = 0.93f;
    private static final double MARK_TURN = Math.toRadians(38);

    private final Typeface typeface;
    private final Sheet sheet;
    private final ConsoleLanguage language;
    private final String title;
    private final @Nullable SetLine mark;
    private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);

    /** @param mark stands faintly across each page, below everything else */
    PageWriter(Typeface typeface, Sheet sheet, ConsoleLanguage language, String title, @Nullable SetLine mark) {
        this.typeface = typeface;
        this.sheet = sheet;
        this.language = language;
        this.title = title;
        this.mark = mark;
    }

    byte[] written(List<List<Ink>> pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(new Rectangle(sheet.width(), sheet.height()))) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.open();
            describe(writer);
            for (List<Ink> page : pages) {
                document.newPage();
                writer.setPageEmpty(false);
                draw(writer.getDirectContent(), page);
            }
        } catch (DocumentException e) {
            throw new IllegalStateException("document: not written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void describe(PdfWriter writer) {
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(PdfName.LANG, new PdfString(language.code()));
        PdfDictionary info = writer.getInfo();
        info.remove(PdfName.CREATIONDATE);
        info.remove(PdfName.MODDATE);
        info.remove(PdfName.AUTHOR);
        if (!title.isEmpty()) {
            info.put(PdfName.TITLE, new PdfString(title, PdfObject.TEXT_UNICODE));
            writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, org.openpdf.text.pdf.PdfBoolean.PDFTRUE);
        }
        if (language.direction().equals("rtl")) {
            writer.setViewerPreferences(PdfWriter.DirectionR2L);
        }
    }

    private void draw(PdfContentByte canvas, List<Ink> page) throws IOException, DocumentException {
        if (mark != null) {
            canvas.saveState();
            float cos = (float) Math.cos(MARK_TURN);
            float sin = (float) Math.sin(MARK_TURN);
            canvas.concatCTM(cos, sin, -sin, cos, sheet.width() / 2, sheet.height() / 2);
            line(canvas, mark, -mark.width() / 2, 0, MARK_GREY);
            canvas.restoreState();
        }
        for (Ink ink : page) {
            switch (ink) {
                case Ink.Line words ->
                    line(canvas, words.line(), words.left(), sheet.height() - words.base(), words.grey());
                case Ink.Box box -> box(canvas, box);
                case Ink.Image image -> image(canvas, image);
            }
        }
    }

    private void box(PdfContentByte canvas, Ink.Box box) {
        canvas.saveState();
        canvas.setGrayFill(box.grey());
        canvas.rectangle(box.left(), sheet.height() - box.top() - box.height(), box.width(), box.height());
        canvas.fill();
        canvas.restoreState();
    }

    private void image(PdfContentByte canvas, Ink.Image ink) throws IOException, DocumentException {
        Image image = Image.getInstance(ink.image().pixels(), null);
        said(canvas, PdfName.ALT, ink.image().spoken());
        canvas.addImage(image, ink.width(), 0, 0, ink.height(), ink.left(), sheet.height() - ink.top() - ink.height());
        canvas.endMarkedContentSequence();
    }

    private void line(PdfContentByte canvas, SetLine line, float left, float base, float grey) throws IOException {
        if (line.pieces().isEmpty()) {
            return;
        }
        said(canvas, PdfName.ACTUALTEXT, line.spoken());
        canvas.setGrayFill(grey);
        canvas.beginText();
        canvas.setFontAndSize(font(line.face()), line.size());
        for (SetLine.Piece piece : line.pieces()) {
            glyphs(canvas, piece.glyphs(), line.size(), left + piece.left(), base);
        }
        canvas.endText();
        canvas.endMarkedContentSequence();
    }

    private static void said(PdfContentByte canvas, PdfName how, String words) {
        PdfDictionary spoken = new PdfDictionary();
        spoken.put(how, new PdfString(words, PdfObject.TEXT_UNICODE));
        canvas.beginMarkedContentSequence(PdfName.SPAN, spoken, true);
    }

    /** Written together as long as each glyph stands where the font's own widths put it. */
    private static void glyphs(PdfContentByte canvas, GlyphVector glyphs, float size, float left, float base) {
        float scale = size / Typeface.MEASURE;
        int from = 0;
        while (from < glyphs.getNumGlyphs()) {
            Point2D start = glyphs.getGlyphPosition(from);
            double expected = start.getX();
            int to = from;
            while (to < glyphs.getNumGlyphs()) {
                Point2D place = glyphs.getGlyphPosition(to);
                boolean off = Math.abs(place.getX() - expected) > SLACK * Typeface.MEASURE / 2
                        || Math.abs(place.getY() - start.getY()) > SLACK * Typeface.MEASURE / 2;
                if (off && to > from) {
                    break;
                }
                expected = place.getX() + glyphs.getGlyphMetrics(to).getAdvanceX();
                to++;
            }
            canvas.setTextMatrix(1, 0, 0, 1, left + (float) start.getX() * scale, base - (float) start.getY() * scale);
            canvas.showText(glyphs, from, to);
            from = to;
        }
    }

    /** A document has fonts of its own: what they remember of the letters used is not shared. */
    private BaseFont font(Face face) throws IOException {
        BaseFont known = fonts.get(face);
        if (known == null) {
            known = BaseFont.createFont(
                    face.file(),
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.NOT_CACHED,
                    typeface.file(face),
                    null);
            fonts.put(face, known);
        }
        return known;
    }
}
