package org.wasl.admin.console;

import java.time.DayOfWeek;
import java.util.List;
import org.wasl.triage.intake.ContactWindow;

/**
 * One window the person chose, as the page shows it.
 *
 * @param part of the day
 * @param span from when until when, in Baghdad's time
 * @param days empty for every day
 */
record ChosenHours(String part, String span, List<DayOfWeek> days) {
    static ChosenHours of(ContactWindow window) {
        return new ChosenHours(
                window.part().name(),
                window.part().from() + "–" + window.part().until(),
                window.days().size() == DayOfWeek.values().length
                        ? List.of()
                        : window.days().stream().sorted().toList());
    }
}
