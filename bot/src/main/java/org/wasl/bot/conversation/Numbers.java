package org.wasl.bot.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory of telephone numbers. They are data with an owner and a date, never a part of a sentence: numbers
 * change and a wrong one costs the minute that counts.
 */
final class Numbers {

    /**
     * One number.
     *
     * @param service catalogue key of what it is
     * @param territory {@code FED} or {@code KRI}
     * @param verifiedBy who called it; {@code null} while nobody did
     */
    record Number(
            String value,
            String service,
            String owner,
            String territory,
            boolean emergency,
            String hours,
            List<String> languages,
            boolean free,
            @Nullable String verifiedBy,
            @Nullable LocalDate verifiedOn,
            @Nullable LocalDate expiresOn,
            boolean active,
            String evidence) {

        /** An expired emergency number is still shown, any other is hidden. */
        boolean shownOn(LocalDate today) {
            return active && (emergency || expiresOn == null || !today.isAfter(expiresOn));
        }
    }

    static final List<String> TERRITORIES = List.of("FED", "KRI");

    private final List<Number> all;

    private Numbers(List<Number> all) {
        this.all = all;
    }

    static Numbers read(DataFile file, Problems problems) {
        List<Number> all = new ArrayList<>();
        for (DataFile part : file.parts("numbers")) {
            all.add(number(part));
            part.nothingElse();
        }
        file.nothingElse();
        for (String territory : TERRITORIES) {
            long active = all.stream()
                    .filter(number -> number.active()
                            && number.emergency()
                            && number.territory().equals(territory))
                    .count();
            if (active != 1) {
                problems.add(file.where() + ": territory " + territory + " has " + active
                        + " active emergency numbers (expected: 1)");
            }
        }
        return new Numbers(List.copyOf(all));
    }

    private static Number number(DataFile part) {
        String territory = part.text("territory");
        if (!TERRITORIES.contains(territory)) {
            part.problem("territory not known: " + territory);
        }
        String value = part.text("value");
        if (!value.matches("[0-9]{3,15}")) {
            part.problem("value is not a number");
        }
        return new Number(
                value,
                part.text("service"),
                part.text("owner"),
                territory,
                part.flag("emergency"),
                part.text("hours"),
                part.texts("languages"),
                part.flag("free"),
                part.optional("verified-by"),
                date(part, "verified-on"),
                date(part, "expires-on"),
                part.flag("active"),
                part.text("evidence"));
    }

    private static @Nullable LocalDate date(DataFile part, String key) {
        String written = part.optional(key);
        if (written == null) {
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            part.problem(key + " is not a date (expected: \"2026-01-31\" in quotes)");
            return null;
        }
    }

    List<Number> all() {
        return all;
    }

    /** The emergency number of a territory. */
    String emergency(String territory) {
        return all.stream()
                .filter(number -> number.active()
                        && number.emergency()
                        && number.territory().equals(territory))
                .map(Number::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no emergency number for " + territory));
    }

    /** What may be shown on a day for a territory, or for all when it is not known; emergency numbers first. */
    List<Number> shown(String territory, LocalDate today) {
        List<Number> shown = new ArrayList<>();
        for (boolean emergency : new boolean[] {true, false}) {
            for (Number number : all) {
                if (number.emergency() == emergency
                        && number.shownOn(today)
                        && (territory.isEmpty() || number.territory().equals(territory))) {
                    shown.add(number);
                }
            }
        }
        return shown;
    }
}
