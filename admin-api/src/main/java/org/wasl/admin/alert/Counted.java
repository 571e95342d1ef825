package org.wasl.admin.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * Messages above the supervisor: one to a person in ten minutes, with the number of cases it stands for, whichever of
 * their two clocks calls. Read off the cases alone. A page of an L1 is sent at once by {@link AlertDesk} and held back by
 * nothing; it counts here as the last one that was sent.
 */
final class Counted {
    private final Duration calm;

    Counted(Duration calm) {
        this.calm = calm;
    }

    /** A message that is due: it is kept in this case, next to this page, and stands for so many. */
    record Message(HotCase held, Page page, int count) {}

    List<Message> due(Collection<HotCase> cases, Instant now) {
        Map<StaffId, Instant> last = last(cases);
        Map<StaffId, Integer> waiting = new HashMap<>();
        Map<StaffId, List<Message>> uncovered = new LinkedHashMap<>();
        for (HotCase held : cases) {
            if (held.level() == Level.L1_IMMEDIATE) {
                continue;
            }
            for (Page page : calling(held)) {
                if (isCounted(page) && page.way() == Page.Way.CONSOLE && !covered(last.get(page.staff()), page, now)) {
                    uncovered
                            .computeIfAbsent(page.staff(), staff -> new ArrayList<>())
                            .add(new Message(
                                    held,
                                    page,
                                    waiting.computeIfAbsent(page.staff(), staff -> waitingFor(cases, staff))));
                }
            }
        }
        return uncovered.values().stream().map(Counted::first).toList();
    }

    /** How many cases wait for this person above the supervisor. */
    static int waitingFor(Collection<HotCase> cases, StaffId staff) {
        return (int) cases.stream()
                .filter(held -> calling(held).stream()
                        .anyMatch(page -> isCounted(page) && page.staff().equals(staff)))
                .count();
    }

    /** When each was last sent a message that counts. */
    private static Map<StaffId, Instant> last(Collection<HotCase> cases) {
        Map<StaffId, Instant> last = new HashMap<>();
        for (HotCase held : cases) {
            for (Page page : held.pages()) {
                if (page.onceValue() != null && isCounted(page)) {
                    last.merge(page.staff(), page.at(), (one, other) -> one.isBefore(other) ? other : one);
                }
            }
        }
        return last;
    }

    /** Told by a message since, or too soon after the last one. */
    private boolean covered(@Nullable Instant last, Page console, Instant now) {
        return last != null && (!last.isBefore(console.at()) || now.isBefore(last.plus(calm)));
    }

    /** The same one on every node. */
    private static Message first(List<Message> messages) {
        return messages.stream()
                .min(Comparator.comparing((Message message) -> message.held().level())
                        .thenComparing(message -> message.held().clockFrom())
                        .thenComparing(message -> message.held().number().value()))
                .orElseThrow();
    }

    /** The pages of the clock that calls now: the first while nobody took the case, else the second. */
    static List<Page> calling(HotCase held) {
        return held.needsAcknowledgement() ? Ladder.alert(held) : ActLadder.alert(held);
    }

    static boolean isCounted(Page page) {
        return counts(page.of()) && Rung.of(page.rung()).counted();
    }

    /** Whether pages of this clock are counted above the supervisor; who is missed on a visit is nobody's second case. */
    static boolean counts(Page.Clock which) {
        return which == Page.Clock.ACKNOWLEDGE || which == Page.Clock.ACT;
    }
}
