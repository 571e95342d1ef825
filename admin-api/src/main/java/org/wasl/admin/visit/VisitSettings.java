package org.wasl.admin.visit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and times of visits and tasks.
 *
 * @param visits most visits of one case
 * @param tasks most tasks of one case
 * @param words longest text of any field, in characters
 * @param furthest how far ahead a visit or a task may lie
 * @param window longest window in which somebody may arrive
 * @param stay longest a visit may be planned to take
 * @param late how late somebody may be before they are missed
 * @param prolong how much longer they may say that they stay, each time
 * @param care how long whoever looks after an alarm has before it calls out again
 * @param nightFrom hour of the country from which nobody goes alone
 * @param nightUntil hour until which nobody goes alone
 * @param list most lines of one part of the officer's screen
 */
@ConfigurationProperties("wasl.visit")
public record VisitSettings(
        @DefaultValue("40") int visits,
        @DefaultValue("80") int tasks,
        @DefaultValue("1000") int words,
        @DefaultValue("30d") Duration furthest,
        @DefaultValue("6h") Duration window,
        @DefaultValue("4h") Duration stay,
        @DefaultValue("15m") Duration late,
        @DefaultValue("60m") Duration prolong,
        @DefaultValue("15m") Duration care,
        @DefaultValue("20") int nightFrom,
        @DefaultValue("6") int nightUntil,
        @DefaultValue("50") int list) {

    public static final VisitSettings DEFAULTS = new VisitSettings(
            40,
            80,
            1000,
            Duration.ofDays(30),
            Duration.ofHours(6),
            Duration.ofHours(4),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofMinutes(15),
            20,
            6,
            50);

    public VisitSettings {
        if (visits < 1 || tasks < 1 || words < 1 || list < 1) {
            throw new IllegalArgumentException("wasl.visit: visits, tasks, words and list (expected: each > 0)");
        }
        if (late.isNegative() || late.toMinutes() > 120) {
            throw new IllegalArgumentException("wasl.visit.late: " + late + " (expected: 0 to 2 h)");
        }
        if (!care.isPositive() || !prolong.isPositive() || !stay.isPositive() || !window.isPositive()) {
            throw new IllegalArgumentException("wasl.visit: care, prolong, stay and window (expected: each > 0)");
        }
        if (nightFrom < 0 || nightFrom > 23 || nightUntil < 0 || nightUntil > 23) {
            throw new IllegalArgumentException("wasl.visit: night (expected: hours 0 to 23)");
        }
    }
}
