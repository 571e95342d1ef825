package org.wasl.admin.casework;

import java.util.List;
import java.util.Locale;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * What somebody told on the telephone or at the desk, as a staff member wrote it down.
 *
 * @param locale the language they spoke
 * @param words what they told, in their own words as far as they could be kept up with
 * @param facts answers to the same questions the chat asks
 * @param agreed whether they were told that the team reads this, and agreed
 */
record Call(Channel channel, String locale, String words, Facts facts, boolean agreed) {
    public static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab", "en");

    /** What the form asks with yes and no: the chat's questions on danger, in their order. */
    public static final List<FactKey> DANGERS = List.of(
            FactKey.ABUSER_PRESENT,
            FactKey.WEAPON_USED_OR_SHOWN,
            FactKey.INJURY_SEVERE,
            FactKey.STRANGLED,
            FactKey.THREAT_TO_KILL,
            FactKey.CONFINED,
            FactKey.SUICIDAL_INTENT_OR_PLAN,
            FactKey.SEXUAL_VIOLENCE,
            FactKey.CHILD_UNATTENDED_OR_IN_HOME,
            FactKey.ABUSER_IN_SECURITY_FORCES,
            FactKey.ABUSER_READS_PHONE);

    /** What the form asks with a list to choose from. */
    public static final List<FactKey> CHOICES =
            List.of(FactKey.FOR_WHOM, FactKey.AGE_BAND, FactKey.PREFERRED_OFFICER, FactKey.WANTS);

    /** By which way it came. */
    public enum Channel {
        PHONE,
        WALK_IN;

        /** As reports name it, beside {@code telegram} and {@code web}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What was told in one of the languages the desk knows; throws for any other. */
    static Call told(Channel channel, String locale, String words, Facts facts, boolean agreed) {
        if (!LOCALES.contains(locale)) {
            throw new IllegalArgumentException("call locale: (expected: one of " + LOCALES + ")");
        }
        return new Call(channel, locale, words, facts, agreed);
    }

    /** An answer as the operator heard it. */
    public static Fact heard(FactKey key, Truth truth) {
        return new Fact(key, truth, null, null, FactSource.OPERATOR, null);
    }

    /** An answer with its detail. */
    public static Fact heard(FactKey key, String detail) {
        return new Fact(key, Truth.YES, detail, null, FactSource.OPERATOR, null);
    }

    @Override
    public String toString() {
        return "Call[" + channel + ", redacted]";
    }
}
