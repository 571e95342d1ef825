package org.wasl.admin.statistics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is told of one quarter: worked out once, when the last clock of its cases has run out, and the same for ever
 * after, whoever asks and in whatever file. What is withheld is not in it, so it cannot be had from here by anybody.
 *
 * @param made the day it was made
 * @param threshold below which counts were withheld
 * @param told by population, counts above nothing
 * @param withheld by population, cells that hold a count nobody is told
 * @param tables by population, the crosses that are told at all
 * @param leftOut by population, how many crosses are not told, since most of them would be withheld
 * @param times by clock and level, the upper ends in seconds of median and of nine in ten
 */
record Release(
        Quarter quarter,
        LocalDate made,
        int threshold,
        Map<Population, Map<String, Long>> told,
        Map<Population, Set<String>> withheld,
        Map<Population, Set<String>> tables,
        Map<Population, Integer> leftOut,
        Map<String, Times> times)
        implements Told {

    /** What a time among the levels lies below; 0 in place of one longer than every bucket. */
    record Times(long median, long ninety) {}

    Release {
        told = copied(told);
        withheld = copiedSets(withheld);
        tables = copiedSets(tables);
        leftOut = Map.copyOf(leftOut);
        times = new TreeMap<>(times);
    }

    @Override
    public String period() {
        return quarter.toString();
    }

    @Override
    public LocalDate firstDay() {
        return quarter.firstDay();
    }

    @Override
    public LocalDate lastDay() {
        return quarter.lastDay();
    }

    @Override
    public Optional<Times> times(Dimension clock, String level) {
        return Optional.ofNullable(times.get(ClockTimes.key(clock, level)));
    }

    @Override
    public boolean tells(Population population, Set<Dimension> dimensions) {
        return tables.getOrDefault(population, Set.of()).contains(TableChoice.name(dimensions));
    }

    @Override
    public int leftOut(Population population) {
        return leftOut.getOrDefault(population, 0);
    }

    @Override
    public int withheld(Population population) {
        return withheld.getOrDefault(population, Set.of()).size();
    }

    @Override
    public Figure figure(Population population, Cell cell) {
        String text = cell.text();
        if (!tells(population, cell.dimensions())) {
            return Figure.WITHHELD;
        }
        if (withheld.getOrDefault(population, Set.of()).contains(text)) {
            return Figure.WITHHELD;
        }
        return Figure.of(told.getOrDefault(population, Map.of()).getOrDefault(text, 0L));
    }

    static Release of(Quarter quarter, LocalDate made, Counted counted, StatisticsSettings settings) {
        Map<Population, Map<String, Long>> told = new EnumMap<>(Population.class);
        Map<Population, Set<String>> withheld = new EnumMap<>(Population.class);
        Map<Population, Set<String>> tables = new EnumMap<>(Population.class);
        Map<Population, Integer> leftOut = new EnumMap<>(Population.class);
        Disclosure disclosure = new Disclosure(settings.threshold());
        for (Population population : Population.values()) {
            TableChoice choice = TableChoice.of(population, counted, quarter, disclosure);
            Tally tally = choice.tally();
            Set<Cell> hidden = choice.withheld();
            Map<String, Long> shown = new TreeMap<>();
            tally.counts().forEach((cell, count) -> {
                if (!hidden.contains(cell)) {
                    shown.put(cell.text(), count);
                }
            });
            told.put(population, shown);
            Set<String> texts = new TreeSet<>();
            hidden.forEach(cell -> texts.add(cell.text()));
            withheld.put(population, texts);
            tables.put(
                    population, tally.tables().stream().map(TableChoice::name).collect(Collectors.toSet()));
            leftOut.put(population, choice.leftOut());
        }
        return new Release(
                quarter,
                made,
                settings.threshold(),
                told,
                withheld,
                tables,
                leftOut,
                ClockTimes.of(
                        counted.cases(),
                        quarter,
                        settings.leastTimes(),
                        told.getOrDefault(Population.CASES, Map.of())));
    }

    private static Map<Population, Map<String, Long>> copied(Map<Population, Map<String, Long>> from) {
        Map<Population, Map<String, Long>> copy = new EnumMap<>(Population.class);
        from.forEach((population, cells) -> copy.put(population, Map.copyOf(cells)));
        return copy;
    }

    private static Map<Population, Set<String>> copiedSets(Map<Population, Set<String>> from) {
        Map<Population, Set<String>> copy = new EnumMap<>(Population.class);
        from.forEach((population, cells) -> copy.put(population, Set.copyOf(cells)));
        return copy;
    }
}
