package org.wasl.admin.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Made-up pictures, and what cameras, phones and strangers put into their files. */
public final class Pictures {

    /** Stands in every place of a file that must not come through. */
    public static final String MARKER = "MARKER-33.3152N-44.3661E";

    private Pictures() {}

    /** Left half red, right half blue, and a green strip on top of both. */
    public static BufferedImage halves(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                Color colour = y < height / 4 ? Color.GREEN : x < width / 2 ? Color.RED : Color.BLUE;
                picture.setRGB(x, y, colour.getRGB());
            }
        }
        return picture;
    }

    public static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** As a phone makes it: orientation, place, maker's note and a smaller picture in its notes, a comment, a tail. */
    public static byte[] photograph(int width, int height, int orientation) {
        return photograph(written(halves(width, height), "jpeg"), orientation);
    }

    static byte[] photograph(byte[] jpeg, int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xE1, exif(orientation));
        segment(out, 0xE1, ("http://ns.adobe.com/xap/1.0/\0<x>" + MARKER + "</x>").getBytes(StandardCharsets.UTF_8));
        segment(out, 0xED, ("Photoshop 3.0\0" + MARKER).getBytes(StandardCharsets.UTF_8));
        segment(out, 0xFE, MARKER.getBytes(StandardCharsets.UTF_8));
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes(("PK\3\4 trailing " + MARKER).getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    /** TIFF's form, big end first: orientation, a place's reference, and the marker behind them. */
    static byte[] exif(int orientation) {
        byte[] marker = MARKER.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer notes = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + marker.length + 200);
        notes.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        notes.putShort((short) 2);
        notes.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        notes.putShort((short) 0x010E).putShort((short) 2).putInt(marker.length).putInt(38);
        notes.putInt(0).put(marker);
        return notes.array();
    }

    static byte[] littleExif(int orientation) {
        ByteBuffer notes = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
        notes.put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        notes.putShort((short) 1);
        notes.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        return notes.array();
    }

    static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write(content.length + 2 >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** A screenshot as a phone makes it, with texts, a time, notes and a tail. */
    public static byte[] screenshot(int width, int height) {
        byte[] png = written(halves(width, height), "png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Signature and head.
        out.write(png, 0, 33);
        chunk(out, "tEXt", ("Author\0" + MARKER).getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + MARKER).getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "eXIf", java.util.Arrays.copyOfRange(exif(1), 6, 100));
        chunk(out, "zzZz", MARKER.getBytes(StandardCharsets.ISO_8859_1));
        out.write(png, 33, png.length - 33);
        out.writeBytes(("PK\3\4 trailing " + MARKER).getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    /** A few hundred bytes whose head promises so many points. */
    public static byte[] bomb(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(zeros)) {
            packed.write(new byte[1_000_000]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        chunk(out, "IDAT", zeros.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(named);
        sum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    public static BufferedImage seen(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String latin(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    /** Which of the three colours stands at a place, by what is strongest. */
    static char colour(BufferedImage picture, double x, double y) {
        Color colour = new Color(picture.getRGB((int) (picture.getWidth() * x), (int) (picture.getHeight() * y)));
        int strongest = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
        return strongest == colour.getRed() ? 'r' : strongest == colour.getGreen() ? 'g' : 'b';
    }
}
