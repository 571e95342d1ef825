package org.wasl.triage.intake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The windows one person chose. Read by both zones: the bot sends by them, the desk shows and warns by them.
 *
 * @param all in the order chosen; empty means that nothing is ever pushed
 */
public record ContactWindows(List<ContactWindow> all) {

    public static final ContactWindows NONE = new ContactWindows(List.of());

    public ContactWindows {
        all = List.copyOf(all);
    }

    /** Leaves out what this version does not know: silence is the safe side. */
    public static ContactWindows read(List<String> wire) {
        if (wire.isEmpty()) {
            return NONE;
        }
        return new ContactWindows(
                wire.stream().map(ContactWindow::read).flatMap(Optional::stream).toList());
    }

    /** Of parts and weekdays chosen one by one; without a weekday every day is meant. Other words say nothing. */
    public static ContactWindows of(List<String> codes) {
        Set<DayPart> parts = EnumSet.noneOf(DayPart.class);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String code : codes) {
            DayPart.ofWire(code).ifPresent(parts::add);
            ContactWindow.day(code).ifPresent(days::add);
        }
        List<ContactWindow> windows = new ArrayList<>();
        parts.forEach(part -> windows.add(ContactWindow.on(part, days)));
        return new ContactWindows(windows);
    }

    public List<String> wire() {
        return all.stream().map(ContactWindow::wire).toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public boolean open(Instant at) {
        return all.stream().anyMatch(window -> window.closes(at).isPresent());
    }

    /** When what is open then closes, windows that follow one another without a gap taken as one; empty when none is. */
    public Optional<Instant> closes(Instant at) {
        Optional<Instant> latest = latest(at);
        for (Optional<Instant> next = latest; next.isPresent(); next = latest(next.get())) {
            latest = next;
        }
        return latest;
    }

    private Optional<Instant> latest(Instant at) {
        return all.stream()
                .map(window -> window.closes(at))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    /** The next beginning of a window after then; empty when none was chosen. */
    public Optional<Instant> opens(Instant after) {
        return all.stream().map(window -> window.opens(after)).min(Instant::compareTo);
    }
}
