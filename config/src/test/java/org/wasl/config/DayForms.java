package org.wasl.config;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is written into the longer forms of a desk's day. Everything in it is made up. */
final class DayForms {

    /** At the door, in Sorani, entered at the console. */
    static final Map<String, String> WALK_IN = Map.of(
            "channel", "WALK_IN",
            "locale", "ckb",
            "words", "کەسێک هەڕەشەم لێ دەکات و پارە دەوێت",
            "governorate", "SU",
            "agreed", "yes");

    static final Map<String, ?> PARTNER = Map.of(
            "kind", "LEGAL_AID",
            "names", Map.of("en", "Made-up legal aid"),
            "places", List.of("BG"),
            "languages", List.of("ar"),
            "takes", List.of("WOMEN", "MEN"),
            "hours", "24/7",
            "source", "Made up for this day",
            "source_date", "2026-11-01",
            "contact", Map.of("way", "IN_PERSON", "value", "Ask at the counter"));

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private DayForms() {}

    /** At the telephone, through the API. */
    static Map<String, ?> call(String words) {
        Map<String, ?> where = Map.of("governorate", Map.of("truth", "YES", "detail", "BG"));
        return Map.of("channel", "PHONE", "locale", "ar-IQ", "words", words, "answers", where, "agreed", true);
    }

    /** A talk within the hour, by two: at night nobody goes alone. */
    static Map<String, String> visit(String lead, String second) {
        Map<String, String> plan = new HashMap<>(Map.of("purpose", "TALK", "basis", "CONSENT", "plainClothes", "true"));
        plan.putAll(Map.of("window", "60", "stay", "45", "interpreter", "NOT_NEEDED"));
        plan.putAll(Map.of("place", "The health centre", "cover", "A survey on water"));
        plan.putAll(Map.of("lead", lead, "second", second));
        plan.put(
                "from",
                LocalDateTime.now(BAGHDAD).truncatedTo(ChronoUnit.MINUTES).toString());
        return plan;
    }

    static Map<String, String> decision(String owner) {
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return Map.of("kind", "WRITE", "owner_id", owner, "due", tomorrow.toString(), "note", "Is the account closed?");
    }
}
