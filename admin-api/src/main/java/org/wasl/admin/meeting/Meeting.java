package org.wasl.admin.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.StaffId;

/**
 * One daily review meeting, from its start to its minutes. Immutable; kept sealed.
 *
 * @param governorate for which part of the country; {@code null} for all of it
 * @param chair who holds it and writes it down
 * @param items the cases, in the order of the agenda
 * @param batch standard cases nobody answers for, given out all at once
 * @param happened what was done in it, the latest last
 * @param minutes {@code null} while it goes on; after that nothing of the meeting changes but {@code corrections}, and what
 *     has to be forgotten
 * @param gone where cases stood that were erased since
 */
record Meeting(
        @Nullable Governorate governorate,
        Attendee chair,
        List<Attendee> attendance,
        List<Item> items,
        List<CaseNumber> batch,
        int leftOut,
        List<Happened> happened,
        @Nullable Minutes minutes,
        List<Correction> corrections,
        List<Gone> gone) {

    public Meeting {
        attendance = List.copyOf(attendance);
        items = List.copyOf(items);
        batch = List.copyOf(batch);
        happened = List.copyOf(happened);
        corrections = List.copyOf(corrections);
        gone = List.copyOf(gone);
    }

    /**
     * That a case stood here which was erased: nothing of it, nor of what was decided about it.
     *
     * @param place where on the agenda, from 0
     * @param digest its part of the minutes' hash; empty when it was erased before they were frozen
     */
    public record Gone(int place, CaseNumber number, String digest) {}

    /** One thing that was done. No words. */
    public record Happened(
            Kind kind, Instant at, StaffId by, @Nullable String about) {
        /** What it was. */
        public enum Kind {
            BEGUN,
            CAME,
            LEFT,
            ADDED,
            DECIDED,
            BATCH_GIVEN,
            CLOSED
        }
    }

    /**
     * That the meeting is over and its minutes stand.
     *
     * @param hash over all of it, in hex; what is printed, and what anybody can work out again
     * @param auditHead how far this node's audit chain had come, so that neither can be cut without the other showing it
     */
    public record Minutes(StaffId by, String name, Instant at, String auditHead, String hash) {}

    /**
     * What was found wrong in the minutes afterwards. The minutes stay as they are.
     *
     * @param text empty once a case it named was erased
     * @param hash over these words and the hash before them
     * @param salt drawn with the words and gone with them
     * @param digest what the hash takes of the words; {@code null} in older ones, whose words it takes themselves
     */
    public record Correction(
            StaffId by,
            String name,
            Instant at,
            String text,
            String hash,
            @Nullable String salt,
            @Nullable String digest) {
        Correction(StaffId by, String name, Instant at, String text, String hash) {
            this(by, name, at, text, hash, null, null);
        }

        /** Without its words, where they name the case. The hash goes on to hold. */
        private Correction forgetting(CaseNumber number) {
            return CaseNumber.in(text).contains(number) ? new Correction(by, name, at, "", hash, null, digest) : this;
        }

        @Override
        public String toString() {
            return "Correction[" + at + ", redacted]";
        }
    }

    /** Whether it still goes on. */
    public boolean open() {
        return minutes == null;
    }

    public Instant began() {
        return chair.came();
    }

    public Optional<Item> item(CaseNumber number) {
        return items.stream().filter(item -> item.number().equals(number)).findFirst();
    }

    /** Who is in the room now. */
    public List<Attendee> present() {
        return attendance.stream().filter(Attendee::there).toList();
    }

    boolean present(StaffId who) {
        return attendance.stream().anyMatch(one -> one.there() && one.who().equals(who));
    }

    Meeting with(Item item, Happened what) {
        List<Item> more = items.stream()
                .map(one -> one.number().equals(item.number()) ? item : one)
                .collect(Collectors.toCollection(ArrayList::new));
        if (item(item.number()).isEmpty()) {
            more.add(item);
        }
        return new Meeting(
                governorate, chair, attendance, more, batch, leftOut, and(happened, what), minutes, corrections, gone);
    }

    Meeting attended(List<Attendee> now, Happened what) {
        return new Meeting(
                governorate, chair, now, items, batch, leftOut, and(happened, what), minutes, corrections, gone);
    }

    Meeting without(List<CaseNumber> given, Happened what) {
        List<CaseNumber> rest =
                batch.stream().filter(one -> !given.contains(one)).toList();
        return new Meeting(
                governorate, chair, attendance, items, rest, leftOut, and(happened, what), minutes, corrections, gone);
    }

    Meeting ended(Minutes frozen) {
        return new Meeting(governorate, chair, attendance, items, batch, leftOut, happened, frozen, corrections, gone);
    }

    Meeting ending(Happened what) {
        return new Meeting(
                governorate, chair, attendance, items, batch, leftOut, and(happened, what), minutes, corrections, gone);
    }

    Meeting salted(Supplier<String> salts) {
        return new Meeting(
                governorate,
                chair,
                attendance,
                items.stream().map(item -> item.salted(salts.get())).toList(),
                batch,
                leftOut,
                happened,
                minutes,
                corrections,
                gone);
    }

    /** The parts of the agenda's text in their order, those of erased cases among them. */
    List<String> digests() {
        List<String> digests = items.stream().map(MinutesText::digest).collect(Collectors.toCollection(ArrayList::new));
        gone.stream()
                .sorted(Comparator.comparingInt(Gone::place))
                .forEach(one -> digests.add(one.place(), one.digest()));
        return digests;
    }

    /** Without anything of a case but that it stood here. The minutes' hash stays as it is and goes on to hold. */
    Meeting forgetting(CaseNumber number) {
        List<Correction> left =
                corrections.stream().map(one -> one.forgetting(number)).toList();
        Item item = item(number).orElse(null);
        if (item == null) {
            return new Meeting(governorate, chair, attendance, items, batch, leftOut, happened, minutes, left, gone);
        }
        int place = items.indexOf(item);
        for (Gone one :
                gone.stream().sorted(Comparator.comparingInt(Gone::place)).toList()) {
            place += one.place() <= place ? 1 : 0;
        }
        return new Meeting(
                governorate,
                chair,
                attendance,
                items.stream().filter(one -> !one.equals(item)).toList(),
                batch,
                leftOut,
                happened,
                minutes,
                left,
                and(gone, new Gone(place, number, open() ? "" : MinutesText.digest(item))));
    }

    Meeting corrected(Correction correction) {
        return new Meeting(
                governorate,
                chair,
                attendance,
                items,
                batch,
                leftOut,
                happened,
                minutes,
                and(corrections, correction),
                gone);
    }

    private static <E> List<E> and(List<E> before, E one) {
        List<E> more = new ArrayList<>(before);
        more.add(one);
        return more;
    }

    @Override
    public String toString() {
        return "Meeting[" + began() + ", redacted]";
    }
}
