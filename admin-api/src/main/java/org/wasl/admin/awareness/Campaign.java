package org.wasl.admin.awareness;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of one code: how many chats were begun with it, by day. Whose they were is known nowhere.
 *
 * @param session what it was made for
 * @param begun by day and by run of a bot node, since a node counts from nothing when it starts anew
 */
record Campaign(String session, Map<String, Integer> begun) {

    /** A year and a half of days; what is older is added up. */
    private static final int MOST = 600;

    private static final String EARLIER = "earlier";

    Campaign {
        begun = Map.copyOf(begun);
    }

    /** Told again it changes nothing: a run's count of a day only grows. */
    Campaign told(LocalDate day, String run, int count) {
        String key = day + " " + run;
        Map<String, Integer> next = new LinkedHashMap<>(begun);
        next.merge(key, count, Math::max);
        while (next.size() > MOST) {
            String oldest = next.keySet().stream()
                    .filter(one -> !one.equals(EARLIER))
                    .min(String::compareTo)
                    .orElseThrow();
            next.merge(EARLIER, next.getOrDefault(oldest, 0), Integer::sum);
            next.remove(oldest);
        }
        return new Campaign(session, next);
    }

    int total() {
        return begun.values().stream().mapToInt(Integer::intValue).sum();
    }
}
