package org.wasl.admin.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is told of a period: a quarter as it was released, or a year as the sum of what its quarters tell. */
interface Told {
    /** {@code 2026-Q3} or {@code 2026}. */
    String period();

    LocalDate firstDay();

    LocalDate lastDay();

    /** When the last part of it was released. */
    LocalDate made();

    /** The highest below which counts were withheld. */
    int threshold();

    Figure figure(Population population, Cell cell);

    /** Median and nine-in-ten of a clock at a level, where enough times are there. */
    Optional<Release.Times> times(Dimension clock, String level);

    /** How many cells of a population hold a count nobody is told. */
    int withheld(Population population);

    /** Whether a cross is told at all; one that is not is withheld in every cell. */
    boolean tells(Population population, Set<Dimension> dimensions);

    /** How many crosses of a population are not told, since most of them would be withheld. */
    int leftOut(Population population);

    default Figure figure(Population population, Map<Dimension, String> at) {
        return figure(population, Cell.of(at));
    }

    default Figure total(Population population) {
        return figure(population, Cell.TOTAL);
    }

    /** A year: knows nothing that its quarters do not tell, so that no quarter can be had by taking others off it. */
    record Year(int year, List<Release> quarters) implements Told {
        static final int QUARTERS = 4;

        public Year {
            if (quarters.size() != QUARTERS) {
                throw new IllegalArgumentException(
                        "year: " + quarters.size() + " quarters (expected: " + QUARTERS + ")");
            }
            quarters = List.copyOf(quarters);
        }

        @Override
        public String period() {
            return Integer.toString(year);
        }

        @Override
        public LocalDate firstDay() {
            return LocalDate.of(year, 1, 1);
        }

        @Override
        public LocalDate lastDay() {
            return firstDay().plusYears(1).minusDays(1);
        }

        @Override
        public LocalDate made() {
            return quarters.getLast().made();
        }

        @Override
        public int threshold() {
            return quarters.stream().mapToInt(Release::threshold).max().orElse(0);
        }

        @Override
        public Figure figure(Population population, Cell cell) {
            return quarters.stream()
                    .map(quarter -> quarter.figure(population, cell))
                    .reduce(Figure.of(0), Figure::plus);
        }

        /** Medians do not add up. */
        @Override
        public Optional<Release.Times> times(Dimension clock, String level) {
            return Optional.empty();
        }

        @Override
        public boolean tells(Population population, Set<Dimension> dimensions) {
            return quarters.stream().anyMatch(quarter -> quarter.tells(population, dimensions));
        }

        @Override
        public int leftOut(Population population) {
            return quarters.stream()
                    .mapToInt(quarter -> quarter.leftOut(population))
                    .sum();
        }

        @Override
        public int withheld(Population population) {
            return quarters.stream()
                    .mapToInt(quarter -> quarter.withheld(population))
                    .sum();
        }
    }
}
