package org.wasl.admin.picture;

import java.awt.geom.AffineTransform;

/** How a picture as it was stored becomes upright: the eight orientations of EXIF 2.3, in its order. */
enum Turn {
    NONE(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    HALF(-1, 0, 0, -1),
    FLIPPED(1, 0, 0, -1),
    MIRRORED_LEFT(0, 1, 1, 0),
    RIGHT(0, 1, -1, 0),
    MIRRORED_RIGHT(0, -1, -1, 0),
    LEFT(0, -1, 1, 0);

    private final int xx;
    private final int xy;
    private final int yx;
    private final int yy;

    /** Of the two axes as stored: where the first goes, then where the second goes. */
    Turn(int xx, int xy, int yx, int yy) {
        this.xx = xx;
        this.xy = xy;
        this.yx = yx;
        this.yy = yy;
    }

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int MOST_ENTRIES = 512;

    /** Whether width and height change places. */
    boolean sideways() {
        return ordinal() >= MIRRORED_LEFT.ordinal();
    }

    /** From points as stored to points upright, for a stored picture of this size. */
    AffineTransform upright(int width, int height) {
        int right = (xx < 0 ? width : 0) + (yx < 0 ? height : 0);
        int down = (xy < 0 ? width : 0) + (yy < 0 ? height : 0);
        return new AffineTransform(xx, xy, yx, yy, right, down);
    }

    /** What a block of notes in TIFF's form says; {@link #NONE} where it says nothing that can be read. */
    static Turn of(byte[] file, int from, int to) {
        if (to - from < 8) {
            return NONE;
        }
        boolean little = file[from] == 'I' && file[from + 1] == 'I';
        if (!little && !(file[from] == 'M' && file[from + 1] == 'M')) {
            return NONE;
        }
        long directory = from + number(file, from + 4, 4, little);
        if (directory + 2 > to) {
            return NONE;
        }
        int entries = (int) Math.min(MOST_ENTRIES, number(file, (int) directory, 2, little));
        for (int entry = 0; entry < entries; entry++) {
            long at = directory + 2 + (long) entry * ENTRY;
            if (at + ENTRY > to) {
                return NONE;
            }
            if (number(file, (int) at, 2, little) == ORIENTATION && number(file, (int) at + 2, 2, little) == SHORT) {
                long told = number(file, (int) at + 8, 2, little);
                return told >= 1 && told <= values().length ? values()[(int) told - 1] : NONE;
            }
        }
        return NONE;
    }

    private static long number(byte[] file, int at, int bytes, boolean little) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | file[little ? at + bytes - 1 - i : at + i] & 0xFF;
        }
        return number;
    }
}
