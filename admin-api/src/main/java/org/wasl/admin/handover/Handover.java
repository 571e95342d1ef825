package org.wasl.admin.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;

/**
 * One shift handed over. Immutable; kept sealed. Once accepted nothing of it changes.
 *
 * @param from who goes, and signed first
 * @param to who comes
 * @param lines the cases the next shift has to know of
 * @param leftOut how many more there were
 * @param notes what who goes says beside the cases
 * @param claims what who goes holds and gives away with it
 * @param acceptance {@code null} while who comes has not signed
 * @param takenBack when who goes took their signature back; {@code null} when they did not
 */
record Handover(
        Person from,
        Person to,
        Instant signed,
        List<Line> lines,
        int leftOut,
        String notes,
        List<CaseNumber> claims,
        @Nullable Acceptance acceptance,
        @Nullable Instant takenBack) {

    public Handover {
        lines = List.copyOf(lines);
        claims = List.copyOf(claims);
    }

    /** @param name as it was then */
    public record Person(StaffId id, String name) {
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /**
     * A case as it stood when the shift was signed over.
     *
     * @param apart whether it is told to its case team only
     * @param where governorate's code; {@code null} while it is not known
     * @param due when its next step is due
     */
    public record Line(
            CaseNumber number,
            Level level,
            boolean apart,
            @Nullable String where,
            List<Topic> topics,
            @Nullable Instant due) {
        public Line {
            topics = List.copyOf(topics);
        }

        @Override
        public String toString() {
            return "Line[" + number + ", redacted]";
        }
    }

    /**
     * That who comes signed.
     *
     * @param passed what they hold from now on
     * @param kept what stayed where it was: declined, somebody else's by then, or kept from them by the case's rules
     * @param hash over the whole of it, in hex
     */
    public record Acceptance(Instant at, List<CaseNumber> passed, List<CaseNumber> kept, String hash) {
        public Acceptance {
            passed = List.copyOf(passed);
            kept = List.copyOf(kept);
        }
    }

    /** Where it stands. */
    public enum State {
        SIGNED,
        ACCEPTED,
        TAKEN_BACK
    }

    public State state() {
        if (acceptance != null) {
            return State.ACCEPTED;
        }
        return takenBack == null ? State.SIGNED : State.TAKEN_BACK;
    }

    /** Whether it waits for who comes. */
    public boolean waits() {
        return state() == State.SIGNED;
    }

    Handover accepted(Acceptance how) {
        return new Handover(from, to, signed, lines, leftOut, notes, claims, how, takenBack);
    }

    Handover takenBack(Instant when) {
        return new Handover(from, to, signed, lines, leftOut, notes, claims, acceptance, when);
    }

    /** One text that is always the same, for its hash. */
    String text(String id, Instant at, List<CaseNumber> passed, List<CaseNumber> kept) {
        List<String> parts =
                new ArrayList<>(List.of("wasl/handover/v1", id, from.id().value(), from.name()));
        parts.addAll(List.of(to.id().value(), to.name(), signed.toString(), at.toString(), notes));
        lines.forEach(line -> parts.add(line.number() + " " + line.level() + " " + line.apart() + " " + line.where()
                + " " + line.topics() + " " + line.due()));
        parts.add(leftOut + " " + claims + " " + passed + " " + kept);
        StringBuilder text = new StringBuilder();
        parts.forEach(
                part -> text.append(part.length()).append(':').append(part).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return "Handover[" + signed + ", redacted]";
    }
}
