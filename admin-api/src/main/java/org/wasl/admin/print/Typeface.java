package org.wasl.admin.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Joins letters: asks the font, through the JDK's own shaper, which glyphs a run of one direction is written with. Never
 * the machine's fonts; but the JDK looks for them when it makes its first font, and so needs fontconfig to be there.
 *
 * <p>Glyphs are measured in thousandths of the size they are set in.
 */
final class Typeface {

    /** What glyphs are measured at: large enough that rounding to a pixel does not show. */
    static final int MEASURE = 1000;

    /** Above and below the line, in shares of the size. */
    static final float ASCENT = 1.03f;

    static final float DESCENT = 0.54f;

    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    private final Map<Face, byte[]> files = new EnumMap<>(Face.class);
    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

    Typeface() {
        for (Face face : Face.values()) {
            byte[] file = read(face);
            files.put(face, file);
            fonts.put(face, made(face, file));
        }
    }

    /** The font's own file, to be put into a document. Not to be written to. */
    byte[] file(Face face) {
        return Objects.requireNonNull(files.get(face));
    }

    /** The glyphs of a piece, from left to right. Its neighbours decide with it how its first and last letter are joined. */
    GlyphVector shaped(Face face, char[] text, int from, int to, boolean rightToLeft) {
        int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        return Objects.requireNonNull(fonts.get(face)).layoutGlyphVector(UNHINTED, text, from, to, direction);
    }

    private static byte[] read(Face face) {
        try (InputStream file = Typeface.class.getResourceAsStream(face.file())) {
            if (file == null) {
                throw new IllegalStateException("font: " + face.file() + " is missing (expected: in this package)");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Font made(Face face, byte[] file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                    .deriveFont((float) MEASURE);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font: " + face.file() + " (expected: a TrueType font)", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
