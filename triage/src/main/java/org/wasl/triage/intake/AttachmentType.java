package org.wasl.triage.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an attachment is by its first bytes: what it was called is only its sender's word. */
public enum AttachmentType {
    OGG("audio/ogg", true),
    MPEG("audio/mpeg", true),
    WAVE("audio/wav", true),
    /** Sound in an MPEG-4 box; a film in one looks the same from the outside. */
    MP4("audio/mp4", true),
    WEBM("audio/webm", true),
    JPEG("image/jpeg", false),
    PNG("image/png", false);

    /** How many first bytes are looked at. */
    public static final int HEAD = 16;

    private final String media;
    private final boolean sound;

    AttachmentType(String media, boolean sound) {
        this.media = media;
        this.sound = sound;
    }

    /** As browsers name it. */
    public String media() {
        return media;
    }

    public boolean sound() {
        return sound;
    }

    /** Empty for anything else, and for fewer bytes than tell. */
    public static Optional<AttachmentType> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("OggS")) {
            return Optional.of(OGG);
        }
        if (text.startsWith("ID3") || mpegFrame(head)) {
            return Optional.of(MPEG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(WAVE);
        }
        if (text.startsWith("ftyp", 4)) {
            return Optional.of(MP4);
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(WEBM);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        return text.startsWith("\u0089PNG\r\n\u001a\n") ? Optional.of(PNG) : Optional.empty();
    }

    /** MPEG layer III, or AAC in ADTS. */
    private static boolean mpegFrame(byte[] head) {
        return head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE0) == 0xE0;
    }
}
