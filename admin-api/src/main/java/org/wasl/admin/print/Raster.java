package org.wasl.admin.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A picture of our own (a QR code, a chart), and what it says to somebody who cannot see it. */
record Raster(BufferedImage pixels, String spoken) {

    /** So many pixels on each side at most. */
    private static final int LARGEST = 4_000;

    static Raster png(byte[] png, String spoken, long largest) {
        if (png.length > largest) {
            throw new IllegalArgumentException("picture: " + png.length + " bytes (expected: <= " + largest + ")");
        }
        try {
            BufferedImage read = Objects.requireNonNull(
                    ImageIO.read(new ByteArrayInputStream(png)), "picture: not readable (expected: a PNG)");
            if (read.getWidth() > LARGEST || read.getHeight() > LARGEST) {
                throw new IllegalArgumentException("picture: too large (expected: <= " + LARGEST + " a side)");
            }
            return new Raster(read, PlainText.clean(spoken));
        } catch (IOException e) {
            throw new IllegalArgumentException("picture: not readable (expected: a PNG)", e);
        }
    }

    @Override
    public String toString() {
        return "Raster[" + pixels.getWidth() + " x " + pixels.getHeight() + "]";
    }
}
