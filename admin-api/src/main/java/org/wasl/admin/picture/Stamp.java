package org.wasl.admin.picture;

import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Writes over a picture who looked at it, so that a copy of the screen tells where it comes from. Letters of its own:
 * the machine's fonts need libraries that a small server does not have.
 */
final class Stamp {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-:./ ";

    /** Five columns for each letter, the lowest bit on top. */
    private static final String COLUMNS = "3E5149453E 00427F4000 4261514946 2141454B31 1814127F10 2745454539 3C4A494930"
            + " 0171090503 3649494936 064949291E 7E1111117E 7F49494936 3E41414122 7F4141221C 7F49494941 7F09090901"
            + " 3E4149497A 7F0808087F 00417F4100 2040413F01 7F08142241 7F40404040 7F020C027F 7F0408107F 3E4141413E"
            + " 7F09090906 3E4151215E 7F09192946 4649494931 01017F0101 3F4040403F 1F2040201F 3F4038403F 6314081463"
            + " 0708700807 6151494543 0808080808 0036360000 0060600000 2010080402 0000000000";

    private static final String[] FORMS = COLUMNS.split(" ", -1);
    private static final int WIDE = 6;
    private static final int HIGH = 7;

    /** So many lines of it on a picture, so that no part of use is without one. */
    private static final int LINES = 4;

    private static final int STRENGTH = 90;

    private Stamp() {}

    static void on(BufferedImage picture, String words) {
        String written = words.toUpperCase(Locale.ROOT) + "   ";
        int size = Math.max(1, Math.min(picture.getWidth(), picture.getHeight()) / 180);
        int step = Math.max(HIGH * size * 2, picture.getHeight() / LINES);
        int line = 0;
        for (int top = step / 3; top < picture.getHeight(); top += step, line++) {
            // Each begins elsewhere: letters do not stand in columns that a cut could leave out.
            int left = -(line * 11 % written.length()) * WIDE * size;
            for (int place = 0; left < picture.getWidth(); place++, left += WIDE * size) {
                letter(picture, written.charAt(place % written.length()), left, top, size);
            }
        }
    }

    private static void letter(BufferedImage picture, char letter, int left, int top, int size) {
        int form = LETTERS.indexOf(letter);
        if (form < 0) {
            return;
        }
        for (int x = 0; x < (WIDE - 1) * size; x++) {
            int column = Integer.parseInt(FORMS[form], x / size * 2, x / size * 2 + 2, 16);
            for (int y = 0; y < HIGH * size; y++) {
                if ((column >> y / size & 1) != 0) {
                    point(picture, left + x, top + y);
                }
            }
        }
    }

    /** Lighter on dark, darker on light. */
    private static void point(BufferedImage picture, int x, int y) {
        if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) {
            return;
        }
        int was = picture.getRGB(x, y);
        int light = (was >> 16 & 0xFF) * 3 + (was >> 8 & 0xFF) * 6 + (was & 0xFF);
        int by = light < 1280 ? STRENGTH : -STRENGTH;
        picture.setRGB(x, y, 0xFF << 24 | moved(was >> 16, by) << 16 | moved(was >> 8, by) << 8 | moved(was, by));
    }

    private static int moved(int colour, int by) {
        return Math.clamp((colour & 0xFF) + by, 0, 0xFF);
    }
}
