package org.wasl.admin.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws a picture anew: points in, points out, and nothing else of the file. Runs inside the image process only.
 *
 * @param mostPoints a picture with more of them, by its head, is not begun
 * @param copyPoints a picture with more of them is drawn smaller
 * @param stamp written over it
 */
record Redrawing(long mostPoints, long copyPoints, String stamp) {

    /** PNG of a photograph is large; above this the copy is a JPEG. */
    private static final int LARGEST_PNG = 6 * 1024 * 1024;

    private static final float QUALITY = 0.88f;

    byte[] copy(byte[] file) throws Refusal {
        BareFile bare = BareFile.of(file);
        if (bare.points() > mostPoints) {
            throw new Refusal(Untaken.TOO_MANY_POINTS);
        }
        try {
            BufferedImage upright = upright(decoded(bare), bare.turn());
            Stamp.on(upright, stamp);
            return written(upright, bare.format());
        } catch (IOException | RuntimeException broken) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
    }

    private BufferedImage decoded(BareFile bare) throws IOException, Refusal {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(bare.format());
        if (!readers.hasNext()) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bare.bytes()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != bare.width() || reader.getHeight(0) != bare.height()) {
                throw new Refusal(Untaken.NOT_A_PICTURE);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int every = (int) Math.ceil(Math.sqrt((double) bare.points() / copyPoints));
            param.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage stored, Turn turn) {
        boolean clear = stored.getColorModel().hasAlpha();
        int width = turn.sideways() ? stored.getHeight() : stored.getWidth();
        int height = turn.sideways() ? stored.getWidth() : stored.getHeight();
        BufferedImage upright =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = upright.createGraphics();
        drawing.drawImage(stored, turn.upright(stored.getWidth(), stored.getHeight()), null);
        drawing.dispose();
        return upright;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        if (format.equals("png")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            if (out.size() <= LARGEST_PNG) {
                return out.toByteArray();
            }
        }
        return jpeg(picture);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        BufferedImage opaque = picture;
        if (picture.getColorModel().hasAlpha()) {
            opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D drawing = opaque.createGraphics();
            drawing.setColor(java.awt.Color.WHITE);
            drawing.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            drawing.drawImage(picture, 0, 0, null);
            drawing.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(opaque, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
