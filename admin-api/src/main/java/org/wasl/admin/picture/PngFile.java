package org.wasl.admin.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes a PNG file apart by its chunks (ISO/IEC 15948, 5) without decoding a point. Kept is what draws: head, palette,
 * transparent colours, points. Texts, times, places, further pictures and whatever stands behind the end go.
 */
final class PngFile {

    private static final byte[] BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> DRAWS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Length, name and check sum. */
    private static final int AROUND = 12;

    private static final int HEAD = 13;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private Turn turn = Turn.NONE;

    PngFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static boolean is(byte[] file) {
        if (file.length < BEGIN.length) {
            return false;
        }
        for (int i = 0; i < BEGIN.length; i++) {
            if (file[i] != BEGIN[i]) {
                return false;
            }
        }
        return true;
    }

    BareFile bare() throws Refusal {
        kept.writeBytes(BEGIN);
        int at = BEGIN.length;
        for (String name = ""; !name.equals("IEND"); ) {
            long length = at + AROUND > file.length ? -1 : number(at);
            if (length < 0 || at + AROUND + length > file.length) {
                throw new Refusal(Untaken.NOT_A_PICTURE);
            }
            name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            int end = at + AROUND + (int) length;
            chunk(name, at, end);
            at = end;
        }
        return new BareFile("png", width, height, turn, kept.toByteArray());
    }

    private void chunk(String name, int at, int end) throws Refusal {
        boolean first = at == BEGIN.length;
        // A capital says that nothing can be drawn without it.
        boolean needed = Character.isUpperCase(name.charAt(0));
        if (first != name.equals("IHDR") || needed && !DRAWS.contains(name)) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        if (first) {
            head(at, end);
        }
        if (name.equals("eXIf")) {
            turn = Turn.of(file, at + 8, end - 4);
        }
        if (DRAWS.contains(name)) {
            kept.write(file, at, end - at);
        }
    }

    private void head(int at, int end) throws Refusal {
        long wide = end - at == AROUND + HEAD ? number(at + 8) : 0;
        long high = end - at == AROUND + HEAD ? number(at + 12) : 0;
        if (wide < 1 || high < 1) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        width = (int) wide;
        height = (int) high;
    }

    /** Four bytes; more than PNG allows is read as below nothing. */
    private long number(int at) {
        return (file[at] << 24 | (file[at + 1] & 0xFF) << 16 | (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
    }
}
