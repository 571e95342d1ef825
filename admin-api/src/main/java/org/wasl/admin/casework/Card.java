package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * What one needs to know of a case in ten seconds. Codes only, so that it reads in the reader's language whatever the
 * citizen's.
 *
 * @param who {@code self}, {@code child}, {@code other}, {@code searcher}; {@code null} while unknown
 * @param where governorate's code; {@code null} while unknown
 * @param wants {@code come}, {@code write}, {@code unsure}; {@code null} while unknown
 * @param windows day parts in which a message may arrive; empty means none chosen
 * @param inChat whether the person is in the chat, as far as the bot knows
 * @param contactAt when the bot last said so
 * @param ageBand code; {@code null} while unknown
 * @param minor whether the person it is about is under eighteen, where the band is not known too
 * @param securityForces whether the accused is police or army
 * @param locale the citizen's locale
 */
public record Card(
        @Nullable String who,
        Truth dangerNow,
        @Nullable String where,
        @Nullable String wants,
        boolean mailbox,
        List<String> windows,
        boolean inChat,
        @Nullable Instant contactAt,
        @Nullable String ageBand,
        @Nullable String preferredOfficer,
        Truth securityForces,
        String locale,
        String language,
        Truth minor) {

    public static Card of(Case held) {
        CaseReport report = held.leading();
        Facts facts = report.assessment().facts();
        return new Card(
                detail(facts, FactKey.FOR_WHOM),
                facts.truth(FactKey.DANGER_NOW),
                detail(facts, FactKey.GOVERNORATE),
                detail(facts, FactKey.WANTS),
                report.mailbox() != null,
                report.windows(),
                held.contact().inChat(),
                held.contact().at(),
                detail(facts, FactKey.AGE_BAND),
                detail(facts, FactKey.PREFERRED_OFFICER),
                facts.truth(FactKey.ABUSER_IN_SECURITY_FORCES),
                report.locale(),
                report.assessment().language().wire(),
                facts.truth(FactKey.MINOR));
    }

    /** The citizen's language as staff accounts name it: as they write, or before they wrote, as they chose. */
    public String spoken() {
        return switch (language) {
            case "arabizi" -> "ar";
            case "ckb-latn" -> "ckb";
            case "kmr-arab", "kmr-latn" -> "kmr";
            case "other" -> locale.split("-", 2)[0];
            default -> language;
        };
    }

    private static @Nullable String detail(Facts facts, FactKey key) {
        return facts.observations(key).stream()
                .filter(fact -> fact.truth().holds())
                .map(Fact::detail)
                .filter(detail -> detail != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
