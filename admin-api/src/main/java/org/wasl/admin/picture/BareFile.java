package org.wasl.admin.picture;

/**
 * A picture's file with nothing in it but what draws the picture: no camera's notes, no place, no smaller picture of
 * before it was cut, no text, nothing behind its end.
 *
 * @param format as {@code ImageIO} names it
 * @param width points, by its head
 * @param height points, by its head
 * @param turn how it is to be turned, as its notes said
 * @param bytes never changed once here
 */
@SuppressWarnings("ArrayRecordComponent") // Lives inside one process for one picture, and is compared with nothing.
record BareFile(String format, int width, int height, Turn turn, byte[] bytes) {

    static BareFile of(byte[] file) throws Refusal {
        if (JpegFile.is(file)) {
            return new JpegFile(file).bare();
        }
        if (PngFile.is(file)) {
            return new PngFile(file).bare();
        }
        throw new Refusal(Untaken.NOT_A_PICTURE);
    }

    long points() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return "BareFile[" + format + ", redacted]";
    }
}
