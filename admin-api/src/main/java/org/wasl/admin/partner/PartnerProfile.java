package org.wasl.admin.partner;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.Territory;

/**
 * What a partner is, where and for whom.
 *
 * @param names by the console's language code; English always, the others where they are known
 * @param places where they serve
 * @param languages in which one can speak with them
 * @param takes whom they take; none written down means nobody knows
 * @param hours {@code 24/7}, or when they can be reached; empty where nobody knows
 * @param source where what stands here was read or who said it
 * @param sourceDate of that source
 */
public record PartnerProfile(
        PartnerKind kind,
        Map<String, String> names,
        Set<Governorate> places,
        Set<String> languages,
        Set<Taken> takes,
        String hours,
        String source,
        LocalDate sourceDate) {
    static final int LONGEST_NAME = 120;
    static final int LONGEST_HOURS = 60;
    static final int LONGEST_SOURCE = 300;

    private static final String MAIN = "en";

    public PartnerProfile {
        names = Map.copyOf(names);
        places = Set.copyOf(places);
        languages = Set.copyOf(languages);
        takes = Set.copyOf(takes);
        if (!names.containsKey(MAIN) || !Scope.LANGUAGES.containsAll(names.keySet())) {
            throw new IllegalArgumentException("partner names: (expected: en, and of ar, ckb, kmr)");
        }
        if (names.values().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException("partner name: (expected: 1 to " + LONGEST_NAME + " characters)");
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException("partner places: none (expected: at least one governorate)");
        }
        if (!Scope.LANGUAGES.containsAll(languages)) {
            throw new IllegalArgumentException("partner languages: (expected: of ar, ckb, kmr, en)");
        }
        if (hours.length() > LONGEST_HOURS) {
            throw new IllegalArgumentException("partner hours: (expected: at most " + LONGEST_HOURS + " characters)");
        }
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("partner source: (expected: 1 to " + LONGEST_SOURCE + " characters)");
        }
    }

    /** In this language, or in English. */
    public String name(String language) {
        String own = names.get(language);
        return own == null ? names.getOrDefault(MAIN, "") : own;
    }

    /** Whether they serve where a case is; a place nobody named is served by everybody. */
    boolean serves(@Nullable String place) {
        return Governorate.of(place).map(places::contains).orElse(true);
    }

    boolean allDay() {
        return hours.equals("24/7");
    }

    /** Whether all of their places are on this ground. */
    boolean of(Territory territory) {
        return places.stream().allMatch(place -> place.territory() == territory);
    }
}
