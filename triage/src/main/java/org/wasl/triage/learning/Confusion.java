package org.wasl.triage.learning;

import java.util.List;
import java.util.function.Function;

/**
 * Which right answers became which given ones.
 *
 * @param codes of rows and columns
 * @param counts a row for each right answer, a column for each given one
 */
record Confusion(String title, List<String> codes, List<List<Integer>> counts) {

    static Confusion of(
            String title,
            List<Judged> judged,
            List<String> codes,
            Function<Judged, String> right,
            Function<Judged, String> given) {
        int[][] counts = new int[codes.size()][codes.size()];
        for (Judged one : judged) {
            counts[codes.indexOf(right.apply(one))][codes.indexOf(given.apply(one))]++;
        }
        return new Confusion(
                title,
                List.copyOf(codes),
                java.util.Arrays.stream(counts)
                        .map(row -> java.util.Arrays.stream(row).boxed().toList())
                        .toList());
    }
}
