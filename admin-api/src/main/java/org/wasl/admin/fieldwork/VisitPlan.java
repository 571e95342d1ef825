package org.wasl.admin.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;

/**
 * How a visit is to go.
 *
 * @param lead who speaks with the person; {@code null} while nobody was found
 * @param second who goes with them; {@code null} for one alone
 * @param standby who stays reachable and is called when they do not come back; {@code null} for the supervisors alone
 * @param from beginning of the agreed window
 * @param until end of the agreed window
 * @param stay how many minutes it may take
 * @param late how many minutes late are an alarm
 * @param place where to meet, as agreed
 * @param cover what others are told
 * @param word by which the person knows that it is them; empty where none was agreed
 * @param asWished whether everybody who goes is whom the person wished for
 * @param reason why it is needed; asked for where there is no consent
 */
public record VisitPlan(
        Purpose purpose,
        Basis basis,
        @Nullable StaffId lead,
        @Nullable StaffId second,
        @Nullable StaffId standby,
        Instant from,
        Instant until,
        int stay,
        int late,
        String place,
        String cover,
        String word,
        boolean plainClothes,
        boolean plainCar,
        Interpreter interpreter,
        boolean asWished,
        String reason) {

    /** What somebody goes there for. */
    public enum Purpose {
        TALK,
        /** To the hospital, the court, or a place of their choice. */
        ACCOMPANY,
        SECURE_EVIDENCE,
        /** Speaking with the family or another party. */
        MEET_FAMILY,
        RESCUE
    }

    /** On what ground. */
    public enum Basis {
        CONSENT,
        /** Somebody may die, and the place is known. */
        LIFE_IN_DANGER,
        /** A child is in serious danger now, and the place is known. */
        CHILD_IN_DANGER
    }

    /** Who puts it into the person's language. Nobody of the family ever does. */
    public enum Interpreter {
        NOT_NEEDED,
        COLLEAGUE,
        SWORN
    }

    /** Who goes there. */
    public Set<StaffId> officers() {
        Set<StaffId> going = new LinkedHashSet<>();
        Stream.of(lead, second).forEach(one -> {
            if (one != null) {
                going.add(one);
            }
        });
        return going;
    }

    Duration lateness() {
        return Duration.ofMinutes(late);
    }

    /** With somebody else to lead it and to go along. */
    public VisitPlan going(@Nullable StaffId leads, @Nullable StaffId along) {
        return new VisitPlan(
                purpose,
                basis,
                leads,
                along,
                standby,
                from,
                until,
                stay,
                late,
                place,
                cover,
                word,
                plainClothes,
                plainCar,
                interpreter,
                asWished,
                reason);
    }

    VisitPlan withStandby(@Nullable StaffId reachable) {
        return new VisitPlan(
                purpose,
                basis,
                lead,
                second,
                reachable,
                from,
                until,
                stay,
                late,
                place,
                cover,
                word,
                plainClothes,
                plainCar,
                interpreter,
                asWished,
                reason);
    }

    VisitPlan outline() {
        return new VisitPlan(
                purpose,
                basis,
                lead,
                second,
                standby,
                from,
                until,
                stay,
                late,
                "",
                "",
                "",
                plainClothes,
                plainCar,
                interpreter,
                asWished,
                "");
    }

    @Override
    public String toString() {
        return "VisitPlan[" + purpose + ", " + from + ", redacted]";
    }
}
