package org.wasl.triage.evidence;

import java.util.regex.Pattern;

/**
 * An account, link or number somebody is threatened from, in the one form that {@link Handles} gives it: equal accounts
 * are equal handles however they were typed.
 *
 * <p>It is what the citizen says of somebody else. It proves nothing about the holder, and a display name
 * ({@link Kind#NAME}) is not even one person's.
 *
 * @param platform where it is; for a number only a hint, since a number is the same everywhere
 * @param normalised see {@link Kind} for its form
 */
public record AccusedHandle(Kind kind, Platform platform, String normalised) {

    /** Longest form, in UTF-16 units. */
    public static final int LONGEST = 200;

    /** What a handle is, and how its form looks. */
    public enum Kind {
        /** A user name or numeric id, in lower case, without {@code @}. */
        ACCOUNT("[\\p{L}\\p{N}._-]{1,64}"),
        /** E.164: a plus and 8 to 15 digits. */
        PHONE("\\+[1-9][0-9]{7,14}"),
        /** A mail address, in lower case. */
        MAIL("[a-z0-9._%+-]{1,64}@[a-z0-9.-]{3,100}"),
        /** A page that is nobody's account page: host and path, without scheme. */
        LINK("[\\p{L}\\p{N}.-]{3,100}(/[\\p{L}\\p{N}\\p{P}\\p{S}]{0,99})?"),
        /** A name that is shown: words with one space between. */
        NAME("[\\p{L}\\p{N}._'-]+( [\\p{L}\\p{N}._'-]+){0,7}");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }
    }

    public AccusedHandle {
        if (normalised.length() > LONGEST || !kind.form.matcher(normalised).matches()) {
            throw new IllegalArgumentException("handle: not in the form of " + kind);
        }
    }

    /**
     * What two reports must share to be about the same handle; for the desk's index. Links and names stand for no
     * account, so they are compared as they are and only within their platform.
     */
    public String identity() {
        return switch (kind) {
            case PHONE, MAIL -> kind + ":" + normalised;
            case ACCOUNT, LINK, NAME -> kind + ":" + platform + ":" + normalised;
        };
    }

    @Override
    public String toString() {
        return "AccusedHandle[" + kind + ", " + platform + ", redacted]";
    }
}
