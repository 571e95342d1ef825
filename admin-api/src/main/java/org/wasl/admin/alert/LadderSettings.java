package org.wasl.admin.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.wasl.triage.report.Level;

/**
 * When a case that nobody acknowledged goes to whom, and from that when one does whose second clock ran out. The defaults
 * are the table of the service's urgency scale; L4 and L5 page nobody and stand on the lists of the meeting.
 *
 * @param l1OnShift counted, like all of these, from the words that raised the case
 * @param confirmSupervisor for an L2 on suspicion only: the console alone until then, and never anybody above
 * @param ring after how long unseen a page of an L1 rings
 * @param actSupervisor how long after its second clock ran out a case of L1 to L3 goes to its owner and the supervisors;
 *     above them at the distances of the first ladder ({@link #second})
 */
@ConfigurationProperties("wasl.ladder")
public record LadderSettings(
        @DefaultValue("0s") Duration l1OnShift,
        @DefaultValue("3m") Duration l1Supervisor,
        @DefaultValue("5m") Duration l1Regional,
        @DefaultValue("10m") Duration l1Directorate,
        @DefaultValue("0s") Duration l2OnShift,
        @DefaultValue("20m") Duration l2Supervisor,
        @DefaultValue("60m") Duration l2Regional,
        @DefaultValue("2h") Duration l2Directorate,
        @DefaultValue("3h") Duration l3Supervisor,
        @DefaultValue("24h") Duration l3Regional,
        @DefaultValue("15m") Duration confirmSupervisor,
        @DefaultValue("60s") Duration ring,
        @DefaultValue("0s") Duration actSupervisor) {

    public static final LadderSettings DEFAULTS = new LadderSettings(
            Duration.ZERO,
            Duration.ofMinutes(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ZERO,
            Duration.ofMinutes(20),
            Duration.ofMinutes(60),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            Duration.ZERO);

    public LadderSettings {
        rising("l1", l1OnShift, l1Supervisor, l1Regional, l1Directorate);
        rising("l2", l2OnShift, l2Supervisor, l2Regional, l2Directorate);
        rising("l3", l3Supervisor, l3Regional);
    }

    /** One rung of a level's ladder. */
    public record Step(Rung rung, Duration after) {}

    /** After how long the alarm of a visit reaches a rung: as an L1 does, but the supervisors at once. */
    Duration visitAfter(Rung rung) {
        return switch (rung) {
            case ON_SHIFT, SUPERVISOR -> Duration.ZERO;
            case REGIONAL -> l1Regional;
            case DIRECTORATE -> l1Directorate;
        };
    }

    /** The rungs a case of this level climbs, from below. */
    public List<Step> of(Level level, boolean toConfirm) {
        if (toConfirm && level == Level.L2_EMERGENT) {
            return List.of(new Step(Rung.SUPERVISOR, confirmSupervisor));
        }
        return switch (level) {
            case L1_IMMEDIATE -> steps(Rung.ON_SHIFT, l1OnShift, l1Supervisor, l1Regional, l1Directorate);
            case L2_EMERGENT -> steps(Rung.ON_SHIFT, l2OnShift, l2Supervisor, l2Regional, l2Directorate);
            case L3_URGENT -> steps(Rung.SUPERVISOR, l3Supervisor, l3Regional);
            case L4_STANDARD, L5_ADVICE -> List.of();
        };
    }

    /**
     * The rungs a case of this level climbs once its second clock ran out: those of the first ladder from the supervisors
     * on, at the same distances from them, so no numbers of their own. An L1 is at the region two minutes after the
     * supervisors and at the directorate after seven, an L2 after forty and a hundred, an L3 at the region after
     * twenty-one hours.
     */
    public List<Step> second(Level level, boolean toConfirm) {
        List<Step> above = of(level, toConfirm).stream()
                .filter(step -> step.rung() != Rung.ON_SHIFT)
                .toList();
        return above.stream()
                .map(step -> new Step(
                        step.rung(), step.after().minus(above.getFirst().after())))
                .toList();
    }

    private static List<Step> steps(Rung first, Duration... times) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            steps.add(new Step(Rung.of(first.ordinal() + i), times[i]));
        }
        return List.copyOf(steps);
    }

    private static void rising(String key, Duration... times) {
        for (int i = 1; i < times.length; i++) {
            if (times[i].compareTo(times[i - 1]) <= 0) {
                throw new IllegalArgumentException("wasl.ladder." + key + ": a rung at " + times[i]
                        + " (expected: later than the one below at " + times[i - 1] + ")");
            }
        }
    }
}
