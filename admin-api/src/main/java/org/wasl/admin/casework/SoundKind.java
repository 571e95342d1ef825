package org.wasl.admin.casework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by its first bytes what sound something is: what it was called is the sender's word. */
final class SoundKind {

    private static final int HEAD = 16;

    private SoundKind() {}

    /** The type to give it out as; empty for what is no sound we know. The stream stands where it stood. */
    static Optional<String> of(InputStream content) throws IOException {
        content.mark(HEAD);
        byte[] head = content.readNBytes(HEAD);
        content.reset();
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("OggS")) {
            return Optional.of("audio/ogg");
        }
        if (text.startsWith("ID3") || mpegFrame(head)) {
            return Optional.of("audio/mpeg");
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of("audio/wav");
        }
        if (text.startsWith("ftyp", 4)) {
            return Optional.of("audio/mp4");
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of("audio/webm");
        }
        return Optional.empty();
    }

    /** MPEG layer III, or AAC in ADTS. */
    private static boolean mpegFrame(byte[] head) {
        return head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0;
    }
}
