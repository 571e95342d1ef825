package org.wasl.admin.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a copy is, and what it never holds; here without the process around it. */
class RedrawingTest {

    private static final Redrawing REDRAWING = new Redrawing(1_000_000, 250_000, "0A1B2C3D 2026-11-23 06:00");

    @Test
    void nothingOfAPhotographsNotesComesThrough() throws Refusal {
        byte[] original = Pictures.photograph(640, 480, 1);
        assertThat(Pictures.latin(original)).contains(Pictures.MARKER);

        byte[] copy = REDRAWING.copy(original);

        assertThat(Pictures.latin(copy))
                .doesNotContain(Pictures.MARKER)
                .doesNotContain("Exif")
                .doesNotContain("http://")
                .doesNotContain("PK");
        assertThat(markers(copy)).doesNotContain(0xE1, 0xED, 0xFE);
        assertThat(copy[copy.length - 2]).isEqualTo((byte) 0xFF);
        assertThat(copy[copy.length - 1]).isEqualTo((byte) 0xD9);
        assertThat(Pictures.seen(copy).getWidth()).isEqualTo(320);
    }

    @Test
    void nothingOfAScreenshotsTextsComesThrough() throws Refusal {
        byte[] original = Pictures.screenshot(300, 200);
        assertThat(Pictures.latin(original)).contains(Pictures.MARKER);

        byte[] copy = REDRAWING.copy(original);

        assertThat(Pictures.latin(copy))
                .doesNotContain(Pictures.MARKER)
                .doesNotContain("eXIf")
                .doesNotContain("tEXt")
                .doesNotContain("PK")
                .endsWith("IEND\u00ae\u0042\u0060\u0082");
        BufferedImage seen = Pictures.seen(copy);
        assertThat(Pictures.colour(seen, .25, .9)).isEqualTo('r');
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void standsUprightBeforeTheNoteThatSaysHowIsDropped(int orientation) throws Refusal {
        BufferedImage stored = Pictures.halves(400, 200);
        BufferedImage upright =
                Pictures.seen(REDRAWING.copy(Pictures.photograph(Pictures.written(stored, "jpeg"), orientation)));
        boolean sideways = orientation >= 5;
        assertThat(upright.getWidth()).isEqualTo(sideways ? 200 : 400);
        for (double x = .13; x < 1; x += .2) {
            for (double y = .13; y < 1; y += .2) {
                assertThat(Pictures.colour(upright, x, y)).as("at %s, %s", x, y).isEqualTo(expected(orientation, x, y));
            }
        }
    }

    /** EXIF 2.3, 4.6.4: what the first row and the first column of the stored picture are, upright. */
    private static char expected(int orientation, double x, double y) {
        double[] stored = switch (orientation) {
            case 1 -> new double[] {x, y};
            case 2 -> new double[] {1 - x, y};
            case 3 -> new double[] {1 - x, 1 - y};
            case 4 -> new double[] {x, 1 - y};
            case 5 -> new double[] {y, x};
            case 6 -> new double[] {y, 1 - x};
            case 7 -> new double[] {1 - y, 1 - x};
            case 8 -> new double[] {1 - y, x};
            default -> throw new IllegalArgumentException("orientation: " + orientation);
        };
        return stored[1] < .25 ? 'g' : stored[0] < .5 ? 'r' : 'b';
    }

    @Test
    void readsTheNoteInEitherOrderOfBytesAndIgnoresABrokenOne() {
        byte[] little = Pictures.littleExif(6);
        assertThat(Turn.of(little, 6, little.length)).isEqualTo(Turn.RIGHT);
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] notes = Pictures.exif(1 + round % 8);
            notes[random.nextInt(notes.length)] = (byte) random.nextInt();
            notes[random.nextInt(notes.length)] = (byte) random.nextInt();
            int to = random.nextInt(notes.length + 1);
            assertThat(Turn.of(notes, Math.min(6, to), to)).isNotNull();
        }
    }

    @Test
    void refusesMorePointsThanAreDecodedByTheHeadAlone() {
        assertThat(why(Pictures.bomb(50_000, 50_000))).isEqualTo(Untaken.TOO_MANY_POINTS);
        assertThat(why(Pictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEqualTo(Untaken.TOO_MANY_POINTS);
        byte[] photograph = Pictures.photograph(64, 64, 1);
        int frame = frame(photograph);
        Arrays.fill(photograph, frame + 5, frame + 9, (byte) 0xFF);
        assertThat(why(photograph)).isEqualTo(Untaken.TOO_MANY_POINTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF89a", "\u00ff\u00d8\u00ff", "\u0089PNG\r\n\u001a\n", "<svg onload=x>", "RIFF....WEBP"})
    void refusesWhatIsNoPictureOfTheTwoKinds(String begins) {
        byte[] garbage = new byte[4_000];
        new Random(begins.length()).nextBytes(garbage);
        byte[] head = begins.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, garbage, 0, head.length);
        assertThat(why(garbage)).isEqualTo(Untaken.NOT_A_PICTURE);
        assertThat(why(head)).isEqualTo(Untaken.NOT_A_PICTURE);
    }

    /** Whatever is changed in a file, it is drawn without what it must not hold, or refused; nothing else happens. */
    @Test
    void isNeverUpsetByABrokenFile() {
        Random random = new Random(11);
        Redrawing small = new Redrawing(10_000, 10_000, "X");
        int drawn = 0;
        for (int round = 0; round < 400; round++) {
            byte[] file = round % 2 == 0 ? Pictures.photograph(40, 30, 6) : Pictures.screenshot(40, 30);
            for (int change = 0; change < 1 + round % 5; change++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
            try {
                assertThat(Pictures.latin(small.copy(cut))).doesNotContain(Pictures.MARKER);
                drawn++;
            } catch (Refusal refused) {
                assertThat(refused.why()).isIn(Untaken.NOT_A_PICTURE, Untaken.TOO_MANY_POINTS);
            }
        }
        assertThat(drawn).isPositive();
    }

    @Test
    void saysOnThePictureWhoLookedAtIt() throws Refusal {
        BufferedImage white = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 600, 400);
        BufferedImage copy = Pictures.seen(REDRAWING.copy(Pictures.written(white, "png")));
        int marked = 0;
        for (int x = 0; x < copy.getWidth(); x++) {
            for (int y = 0; y < copy.getHeight(); y++) {
                marked += (copy.getRGB(x, y) & 0xFF) < 0xF0 ? 1 : 0;
            }
        }
        assertThat(marked).isBetween(copy.getWidth() * 2, copy.getWidth() * copy.getHeight() / 3);
    }

    @Test
    void keepsWhatIsSeenThroughAndFitsALargePictureToTheCopy() throws Refusal {
        BufferedImage clear = new BufferedImage(900, 900, BufferedImage.TYPE_INT_ARGB);
        BufferedImage copy = Pictures.seen(REDRAWING.copy(Pictures.written(clear, "png")));
        assertThat(copy.getColorModel().hasAlpha()).isTrue();
        assertThat((long) copy.getWidth() * copy.getHeight()).isLessThanOrEqualTo(250_000);
    }

    private static Untaken why(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> REDRAWING.copy(file)).why();
    }

    private static int frame(byte[] jpeg) {
        for (int at = 2; ; at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF)) {
            if ((jpeg[at + 1] & 0xFF) == 0xC0) {
                return at;
            }
        }
    }

    private static java.util.List<Integer> markers(byte[] jpeg) {
        java.util.List<Integer> markers = new java.util.ArrayList<>();
        for (int at = 2; (jpeg[at + 1] & 0xFF) != 0xDA; at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF)) {
            markers.add(jpeg[at + 1] & 0xFF);
        }
        return markers;
    }
}
