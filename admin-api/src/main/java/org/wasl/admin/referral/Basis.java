package org.wasl.admin.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * What allows that something of a case leaves the desk: the person's consent, or one of the two grounds on which it
 * leaves without. Exactly one of them is there.
 */
public record Basis(@Nullable Agreed agreed, @Nullable WithoutConsent without) {

    public Basis {
        if ((agreed == null) == (without == null)) {
            throw new IllegalArgumentException("basis: (expected: a consent or a ground, one of them)");
        }
    }

    /** The record of the consent it rests on. */
    public record Agreed(String scope, String textVersion, String locale, Instant at, String channel) {}

    /**
     * Nothing else overrides a missing consent.
     *
     * @param second who agreed to it; {@code null} until somebody did, and until then nothing leaves
     */
    public record WithoutConsent(
            Ground ground,
            String reason,
            StaffId by,
            Instant at,
            @Nullable StaffId second,
            @Nullable Instant secondAt) {
        @Override
        public String toString() {
            return "WithoutConsent[" + ground + ", redacted]";
        }
    }

    /** Why something leaves although nobody agreed. */
    public enum Ground {
        CHILD_IN_DANGER,
        DANGER_TO_LIFE
    }

    public static Basis on(Agreed consent) {
        return new Basis(consent, null);
    }

    public static Basis on(WithoutConsent ground) {
        return new Basis(null, ground);
    }

    /** Whether a second person still has to agree. */
    public boolean waits() {
        return without != null && without.second() == null;
    }

    public Basis confirmed(StaffId second, Instant now) {
        if (without == null) {
            throw new IllegalStateException("basis: a consent (expected: a ground that waits)");
        }
        return on(new WithoutConsent(without.ground(), without.reason(), without.by(), without.at(), second, now));
    }
}
