package org.wasl.triage.report;

/** A language as it is written: the script is part of it, since Sorani in Latin letters needs another reader. */
public enum Language {
    ARABIC("ar"),
    ARABIZI("arabizi"),
    SORANI("ckb"),
    SORANI_LATIN("ckb-latn"),
    BADINI("kmr-arab"),
    KURMANJI_LATIN("kmr-latn"),
    ENGLISH("en"),
    PERSIAN("fa"),
    TURKISH("tr"),
    OTHER("other");

    private final String wire;

    Language(String wire) {
        this.wire = wire;
    }

    /** The code used in JSON. */
    public String wire() {
        return wire;
    }

    /** Reads the code. Throws for anything else. */
    public static Language ofWire(String wire) {
        for (Language language : values()) {
            if (language.wire.equals(wire)) {
                return language;
            }
        }
        throw new IllegalArgumentException("language: unknown code");
    }
}
