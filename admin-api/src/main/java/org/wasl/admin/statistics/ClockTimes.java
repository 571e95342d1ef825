package org.wasl.admin.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Medians and nine-in-ten of the clocks, by level, as the upper end of a bucket; only where enough times are there. */
final class ClockTimes {
    private static final int NINE_IN_TEN = 90;
    private static final int HALF = 50;
    private static final int ALL = 100;

    private ClockTimes() {}

    /** {@code ACKNOWLEDGED:L1_IMMEDIATE} and so on. */
    static Map<String, Release.Times> of(List<CodedCase> cases, Quarter quarter, int least, Map<String, Long> told) {
        Map<String, List<Integer>> found = new TreeMap<>();
        for (CodedCase one : cases) {
            if (one.opened().equals(quarter)) {
                one.times()
                        .forEach((clock, bucket) -> found.computeIfAbsent(
                                        key(clock, one.codes().getOrDefault(Dimension.LEVEL, "")),
                                        none -> new ArrayList<>())
                                .add(bucket));
            }
        }
        Map<String, Release.Times> times = new TreeMap<>();
        found.forEach((key, buckets) -> {
            String level = key.substring(key.indexOf(':') + 1);
            boolean toldLevel =
                    told.containsKey(Cell.of(Map.of(Dimension.LEVEL, level)).text());
            if (toldLevel && buckets.size() >= least) {
                times.put(key, new Release.Times(at(buckets, HALF), at(buckets, NINE_IN_TEN)));
            }
        });
        return times;
    }

    static String key(Dimension clock, String level) {
        return clock + ":" + level;
    }

    private static long at(List<Integer> buckets, int percent) {
        Collections.sort(buckets);
        int index = Math.min(buckets.size() - 1, (buckets.size() * percent + ALL - 1) / ALL - 1);
        int bucket = buckets.get(Math.max(0, index));
        return bucket < CodedCase.BUCKETS.size() ? CodedCase.BUCKETS.get(bucket).toSeconds() : 0;
    }
}
