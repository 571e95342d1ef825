package org.wasl.admin.picture;

import java.io.ByteArrayOutputStream;

/**
 * Takes a JPEG file apart by its markers (ITU-T T.81, annex B) without decoding a point. Kept are tables, frame and
 * scans, and Adobe's note on colours without which some would show in wrong ones; what no camera, phone or platform
 * makes (several frames, arithmetic coding, four inks) is refused.
 */
final class JpegFile {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DHT = 0xC4;
    private static final int DRI = 0xDD;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int ADOBE_LENGTH = 14;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int at = 2;
    private int width;
    private int height;
    private Turn turn = Turn.NONE;

    JpegFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static boolean is(byte[] file) {
        return file.length > 3 && file[0] == (byte) 0xFF && file[1] == (byte) SOI && file[2] == (byte) 0xFF;
    }

    BareFile bare() throws Refusal {
        kept.write(0xFF);
        kept.write(SOI);
        boolean drawn = false;
        for (int marker = marker(); marker != EOI; marker = marker()) {
            if (marker == SOS) {
                if (width == 0) {
                    throw new Refusal(Untaken.NOT_A_PICTURE);
                }
                keep(marker, end());
                scan();
                drawn = true;
            } else {
                segment(marker, end());
            }
        }
        if (!drawn) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        kept.write(0xFF);
        kept.write(EOI);
        return new BareFile("jpeg", width, height, turn, kept.toByteArray());
    }

    /** Steps over the next marker. Where the file breaks off, that is its end. */
    private int marker() throws Refusal {
        if (at < file.length && (file[at] & 0xFF) != 0xFF) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        while (at < file.length && (file[at] & 0xFF) == 0xFF) {
            at++;
        }
        return at < file.length ? file[at++] & 0xFF : EOI;
    }

    /** Where the segment that begins here ends. */
    private int end() throws Refusal {
        if (at + 2 > file.length) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        int length = (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
        if (length < 2 || at + length > file.length) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        return at + length;
    }

    private void segment(int marker, int end) throws Refusal {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> {
                frame(end);
                keep(marker, end);
            }
            case DQT, DHT, DRI -> keep(marker, end);
            case APP14 -> {
                if (says("Adobe") && end - at == ADOBE_LENGTH) {
                    keep(marker, end);
                }
            }
            case APP1 -> {
                if (says("Exif\0\0")) {
                    turn = Turn.of(file, at + 8, end);
                }
            }
            default -> {
                // Notes and comments go; another way of coding than a camera's is not taken.
                if (marker < 0xE0 && marker != 0xDE || marker == 0xFF) {
                    throw new Refusal(Untaken.NOT_A_PICTURE);
                }
            }
        }
        at = end;
    }

    private void frame(int end) throws Refusal {
        if (width != 0 || end - at < 8 || file[at + 2] != 8) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
        height = (file[at + 3] & 0xFF) << 8 | file[at + 4] & 0xFF;
        width = (file[at + 5] & 0xFF) << 8 | file[at + 6] & 0xFF;
        int components = file[at + 7];
        if (width == 0 || height == 0 || components != 1 && components != 3) {
            throw new Refusal(Untaken.NOT_A_PICTURE);
        }
    }

    private boolean says(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (at + 2 + i >= file.length || file[at + 2 + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void keep(int marker, int end) {
        kept.write(0xFF);
        kept.write(marker);
        kept.write(file, at, end - at);
        at = end;
    }

    /** Coded points up to the next marker; a restart within them, and a stuffed zero, is none. */
    private void scan() {
        int from = at;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                break;
            }
            at++;
        }
        int end = at + 1 < file.length ? at : file.length;
        kept.write(file, from, end - from);
        at = end;
    }
}
