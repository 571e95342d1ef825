package org.wasl.triage.evidence;

import java.util.Locale;

/** Where somebody writes from. */
public enum Platform {
    INSTAGRAM,
    FACEBOOK,
    TELEGRAM,
    WHATSAPP,
    SNAPCHAT,
    TIKTOK,
    /** Calls and text messages. */
    PHONE,
    OTHER,
    UNKNOWN;

    /** The detail of the fact {@code platform}, and the name in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the name; {@link #UNKNOWN} for anything else. */
    public static Platform ofWire(String wire) {
        for (Platform platform : values()) {
            if (platform.wire().equals(wire)) {
                return platform;
            }
        }
        return UNKNOWN;
    }
}
