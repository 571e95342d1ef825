package org.wasl.admin.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.LevelClock;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.report.Level;

/**
 * Answers questions about counts. Every question stands on the audit chain before its answer leaves, the refused ones
 * too; no answer reads a case.
 */
final class StatisticsDesk {
    private static final int MOST_DIMENSIONS = 3;

    private final CountBook counts;
    private final CountStore store;
    private final CaseCounts cases;
    private final AuditTrail trail;
    private final Function<Level, LevelClock> clocks;
    private final StatisticsSettings settings;
    private final Clock clock;
    private final Rebuild rebuild = new Rebuild();

    StatisticsDesk(
            CountBook counts,
            CountStore store,
            CaseCounts cases,
            AuditTrail trail,
            Function<Level, LevelClock> clocks,
            StatisticsSettings settings,
            Clock clock) {
        this.counts = counts;
        this.store = store;
        this.cases = cases;
        this.trail = trail;
        this.clocks = clocks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What there is to ask for.
     *
     * @param years of which every quarter is released
     * @param running the quarter that goes on
     * @param next when the next quarter is released at the earliest
     */
    public record Periods(
            List<Quarter> quarters, List<Integer> years, Quarter running, LocalDate next, int threshold) {}

    public Periods periods(CurrentStaff staff) {
        demand(staff, "periods");
        List<Quarter> quarters = counts.released();
        List<Integer> years = quarters.stream()
                .map(Quarter::year)
                .distinct()
                .filter(year ->
                        quarters.stream().filter(one -> one.year() == year).count() == Told.Year.QUARTERS)
                .toList();
        Quarter running = Quarter.of(clock.instant());
        Quarter next = counts.unreleased().stream().findFirst().orElse(running);
        return new Periods(
                quarters,
                years,
                running,
                LocalDate.ofInstant(next.end().plus(settings.settle()), Scope.ZONE),
                settings.threshold());
    }

    /** What is told of a quarter ({@code 2026-Q3}) or a year ({@code 2026}); empty when it is not released. */
    Optional<Told> read(CurrentStaff staff, String period) {
        demand(staff, "report");
        Optional<Told> told = told(period);
        asked(staff, Act.STATISTICS_READ, named(period, told) + " all", told.isPresent());
        return told;
    }

    /** The same, to be taken out as a file. */
    Optional<Told> export(CurrentStaff staff, String period, String format) {
        demand(staff, "export");
        Optional<Told> told = told(period);
        asked(staff, Act.STATISTICS_EXPORTED, named(period, told) + " " + format, told.isPresent());
        return told;
    }

    List<Indicator> indicators(Told told) {
        return Indicator.of(told, clocks);
    }

    /** One cross of at most three dimensions, every cell. */
    Answer cells(CurrentStaff staff, String period, Population population, List<Dimension> by) {
        demand(staff, "cells");
        Optional<Told> told = told(period);
        Set<Dimension> dimensions = new LinkedHashSet<>(by);
        String what = named(period, told) + " " + population + " "
                + by.stream().limit(MOST_DIMENSIONS + 1).map(Enum::name).collect(Collectors.joining("*"));
        boolean crossed =
                dimensions.size() == by.size() && by.size() <= MOST_DIMENSIONS && population.tells(dimensions);
        asked(staff, Act.STATISTICS_READ, what, crossed && told.isPresent());
        if (!crossed) {
            return new Answer.NotCrossed();
        }
        return told.<Answer>map(one -> new Answer.Cells(one.period(), population, by, cells(one, population, by)))
                .orElseGet(Answer.NotReleased::new);
    }

    /** The quarter that goes on, or one that is over and not released: coarse. */
    RunningCounts running(CurrentStaff staff) {
        demand(staff, "running");
        Quarter quarter = Quarter.of(clock.instant());
        asked(staff, Act.STATISTICS_READ, quarter + " running", true);
        return RunningCounts.of(counts.counted(), quarter, settings.threshold());
    }

    /** The questions of one day, the latest first. */
    List<Query> queries(CurrentStaff staff, LocalDate day) {
        if (!staff.may(Permission.AUDIT_READ)) {
            throw refused(staff, "queries");
        }
        trail.append(trail.done(staff.id().value(), Act.AUDIT_READ, "statistics " + day));
        return store.log(day).reversed();
    }

    /** Builds the counts anew from all cases, in the background; {@code false} while that is going on already. */
    boolean rebuild(CurrentStaff staff) {
        if (!staff.may(Permission.STATISTICS_READ, Permission.AUDIT_VERIFY)) {
            throw refused(staff, "rebuild");
        }
        boolean begun = rebuild.begin(cases::rebuild, clock);
        if (begun) {
            trail.append(trail.done(staff.id().value(), Act.STATISTICS_REBUILT, "statistics"));
        }
        return begun;
    }

    /** What the last rebuilding found; {@code null} before the first since the start. */
    Rebuild.@Nullable State rebuilt(CurrentStaff staff) {
        demand(staff, "rebuild");
        return rebuild.state();
    }

    /** Today where the desk works. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Scope.ZONE);
    }

    private Optional<Told> told(String period) {
        Optional<Quarter> quarter = Quarter.read(period);
        if (quarter.isPresent()) {
            return quarter.flatMap(counts::release);
        }
        if (!period.matches("20[0-9]{2}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(period);
        List<Release> quarters = new ArrayList<>();
        for (int number = 1; number <= Told.Year.QUARTERS; number++) {
            counts.release(new Quarter(year, number)).ifPresent(quarters::add);
        }
        return quarters.size() == Told.Year.QUARTERS ? Optional.of(new Told.Year(year, quarters)) : Optional.empty();
    }

    /** What was asked for, as it may be written down: only what there is. */
    private static String named(String period, Optional<Told> told) {
        return told.map(Told::period)
                .orElseGet(() -> Quarter.read(period).map(Quarter::toString).orElse("unknown"));
    }

    private static List<Answer.CellFigure> cells(Told told, Population population, List<Dimension> by) {
        List<Answer.CellFigure> cells = new ArrayList<>();
        collect(told, population, by, new ArrayList<>(), cells);
        return cells;
    }

    private static void collect(
            Told told, Population population, List<Dimension> by, List<String> at, List<Answer.CellFigure> cells) {
        if (at.size() == by.size()) {
            Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
            for (int index = 0; index < by.size(); index++) {
                codes.put(by.get(index), at.get(index));
            }
            cells.add(new Answer.CellFigure(List.copyOf(at), told.figure(population, codes)));
            return;
        }
        for (String value : by.get(at.size()).codes()) {
            at.addLast(value);
            collect(told, population, by, at, cells);
            at.removeLast();
        }
    }

    private void asked(CurrentStaff staff, Act act, String what, boolean answered) {
        Instant now = clock.instant();
        trail.append(
                answered
                        ? trail.done(staff.id().value(), act, what)
                        : trail.refused(staff.id().value(), act, what));
        store.log(
                LocalDate.ofInstant(now, Scope.ZONE),
                new Query(now, staff.id(), what, answered),
                settings.mostLogged());
    }

    private void demand(CurrentStaff staff, String what) {
        if (!staff.may(Permission.STATISTICS_READ)) {
            throw refused(staff, what);
        }
    }

    private ProblemException refused(CurrentStaff staff, String what) {
        trail.append(trail.refused(staff.id().value(), Act.STATISTICS_READ, what));
        return new ProblemException(Problem.NOT_ALLOWED);
    }

    /** Dimensions by name, in the order given; empty for one there is none of. */
    static Optional<List<Dimension>> dimensions(List<String> names) {
        Map<String, Dimension> known =
                EnumSet.allOf(Dimension.class).stream().collect(Collectors.toMap(Enum::name, Function.identity()));
        List<Dimension> found =
                names.stream().map(known::get).filter(one -> one != null).toList();
        return found.size() == names.size() && !found.isEmpty() ? Optional.of(found) : Optional.empty();
    }
}
