package org.wasl.bot.channel.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells a film from a recording of sound while it passes: boxes of MPEG-4 and of WebM begin alike whether there are
 * pictures in them or not, and a film must not come in as a voice note. Searches for what names a track of pictures,
 * and may take sound for a film where these bytes stand by chance; never the other way round for a film as phones and
 * browsers make it.
 */
final class FilmMark {

    private static final List<byte[]> TRACKS = List.of(
            // ISO/IEC 14496-12, 8.4.3: version, flags and a reserved word of zeros stand between box and handler.
            mark("hdlr\0\0\0\0\0\0\0\0vide"),
            // Matroska codec ids of picture tracks, as WebM allows them.
            mark("V_VP8"),
            mark("V_VP9"),
            mark("V_AV1"),
            mark("V_MPEG4"));

    private static final int LONGEST = 16;

    private final byte[] last = new byte[LONGEST];
    private int place;
    private boolean seen;

    /** Whether a track of pictures went by. */
    boolean seen() {
        return seen;
    }

    InputStream watching(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                int one = in.read();
                if (one >= 0) {
                    passes((byte) one);
                }
                return one;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                int read = in.read(to, from, length);
                for (int at = from; at < from + read; at++) {
                    passes(to[at]);
                }
                return read;
            }
        };
    }

    private void passes(byte one) {
        last[place] = one;
        place = (place + 1) % LONGEST;
        for (byte[] mark : TRACKS) {
            seen |= mark[mark.length - 1] == one && ends(mark);
        }
    }

    private boolean ends(byte[] mark) {
        for (int back = 1; back <= mark.length; back++) {
            if (last[Math.floorMod(place - back, LONGEST)] != mark[mark.length - back]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] mark(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
