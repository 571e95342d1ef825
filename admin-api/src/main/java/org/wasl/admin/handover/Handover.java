package org.wasl.admin.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

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
 * @param gone where cases stood that were erased since
 * @param salt drawn with the notes and gone with them; {@code null} in older handovers
 * @param said what the hash takes of the notes; {@code null} in older ones, whose notes it takes themselves
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
        @Nullable Instant takenBack,
        List<Gone> gone,
        @Nullable String salt,
        @Nullable String said) {

    /** One whose notes stand in its hash themselves. */
    Handover(
            Person from,
            Person to,
            Instant signed,
            List<Line> lines,
            int leftOut,
            String notes,
            List<CaseNumber> claims,
            @Nullable Acceptance acceptance,
            @Nullable Instant takenBack,
            List<Gone> gone) {
        this(from, to, signed, lines, leftOut, notes, claims, acceptance, takenBack, gone, null, null);
    }

    public Handover {
        lines = List.copyOf(lines);
        claims = List.copyOf(claims);
        gone = List.copyOf(gone);
    }

    /**
     * That a case stood here which was erased: nothing of it.
     *
     * @param place where in the list, from 0
     * @param digest its part of the handover's hash
     */
    public record Gone(int place, CaseNumber number, String digest) {}

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
     * @param salt drawn when it is signed and gone with the case, so that what is left of an erased case's part of the
     *     hash cannot be guessed from; {@code null} in a draft
     */
    public record Line(
            CaseNumber number,
            Level level,
            boolean apart,
            @Nullable String where,
            List<Topic> topics,
            @Nullable Instant due,
            @Nullable String salt) {
        public Line {
            topics = List.copyOf(topics);
        }

        Line salted(String drawn) {
            return new Line(number, level, apart, where, topics, due, drawn);
        }

        String digest() {
            return Digest.of(Bytes.ofUtf8("wasl/handover/case/v1 " + salt + " " + number + " " + level + " " + apart
                            + " " + where + " " + topics + " " + due))
                    .toHex();
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
        return new Handover(from, to, signed, lines, leftOut, notes, claims, how, takenBack, gone, salt, said);
    }

    Handover takenBack(Instant when) {
        return new Handover(from, to, signed, lines, leftOut, notes, claims, acceptance, when, gone, salt, said);
    }

    /** Without anything of a case but that it stood here. The hash stays as it is and goes on to hold. */
    Handover forgetting(CaseNumber number) {
        Handover left = unsaid(number);
        Line line = lines.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElse(null);
        if (line == null) {
            return left;
        }
        int place = lines.indexOf(line);
        for (Gone one : inOrder()) {
            place += one.place() <= place ? 1 : 0;
        }
        List<Gone> more = new ArrayList<>(gone);
        more.add(new Gone(place, number, line.digest()));
        List<Line> fewer = lines.stream().filter(one -> !one.equals(line)).toList();
        return new Handover(
                from, to, signed, fewer, leftOut, left.notes(), claims, acceptance, takenBack, more, left.salt(), said);
    }

    /** Salted, so that its notes can go and its hash holds. */
    Handover salted(String drawn) {
        String digest = digest(drawn, notes);
        return new Handover(
                from, to, signed, lines, leftOut, notes, claims, acceptance, takenBack, gone, drawn, digest);
    }

    /** Without its notes, where they name the case. */
    private Handover unsaid(CaseNumber number) {
        return CaseNumber.in(notes).contains(number)
                ? new Handover(from, to, signed, lines, leftOut, "", claims, acceptance, takenBack, gone, null, said)
                : this;
    }

    private static String digest(String salt, String notes) {
        return Digest.of(Bytes.ofUtf8("wasl/handover/notes/v1 " + salt + " " + notes))
                .toHex();
    }

    private List<Gone> inOrder() {
        return gone.stream().sorted(Comparator.comparingInt(Gone::place)).toList();
    }

    /** What the hash takes of the notes: their digest, worked out anew while they stand. */
    private String spoken() {
        if (said == null || salt == null) {
            return said == null || !notes.isEmpty() ? notes : said;
        }
        return digest(salt, notes);
    }

    /** One text that is always the same, for its hash. */
    String text(String id, Instant at, List<CaseNumber> passed, List<CaseNumber> kept) {
        List<String> parts =
                new ArrayList<>(List.of("wasl/handover/v1", id, from.id().value(), from.name()));
        parts.addAll(List.of(to.id().value(), to.name(), signed.toString(), at.toString(), spoken()));
        List<String> digests = lines.stream().map(Line::digest).collect(Collectors.toCollection(ArrayList::new));
        inOrder().forEach(one -> digests.add(one.place(), one.digest()));
        parts.addAll(digests);
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
