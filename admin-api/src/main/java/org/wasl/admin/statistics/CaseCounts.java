package org.wasl.admin.statistics;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseNumbers;
import org.wasl.admin.casework.HotCase;

/**
 * Keeps the counts in step with the cases, behind the requests: a change only notes the number, and the case is read and
 * counted a moment later. What a crash loses in between is found again by comparing with the open cases.
 */
final class CaseCounts {
    private static final Logger log = LoggerFactory.getLogger(CaseCounts.class);

    private final CaseBook cases;
    private final CaseNumbers numbers;
    private final CaseCoder coder;
    private final CountBook counts;
    private final StatisticsSettings settings;
    private final Clock clock;
    private final Set<CaseNumber> changed = ConcurrentHashMap.newKeySet();
    private final Set<CaseNumber> toCompare = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;

    CaseCounts(
            CaseBook cases,
            CaseNumbers numbers,
            CaseCoder coder,
            CountBook counts,
            StatisticsSettings settings,
            Clock clock) {
        this.cases = cases;
        this.numbers = numbers;
        this.coder = coder;
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a walk over all cases found.
     *
     * @param cases how many there are, drills left out
     * @param mended how many of them were counted otherwise than they stand
     * @param severed how many were counted under their number though they are gone
     */
    record Rebuilt(int cases, int mended, int severed) {}

    void listen() {
        cases.onChange(held -> changed.add(held.number()));
    }

    /** Counts what changed since the last time, and some of what is to be compared. */
    void follow() {
        if (count(changed, Integer.MAX_VALUE)) {
            count(toCompare, settings.mostCompared());
        }
    }

    /** Whether each that was tried was counted. */
    private boolean count(Set<CaseNumber> waiting, int most) {
        for (CaseNumber number : waiting.stream().limit(most).toList()) {
            // Taken out before it is read: a change during the reading is counted anew.
            waiting.remove(number);
            try {
                count(number);
            } catch (RuntimeException failed) {
                waiting.add(number);
                if (!Thread.currentThread().isInterrupted()) {
                    log.warn("a case was not counted: {}", failed.getClass().getSimpleName());
                }
                return false;
            }
        }
        return true;
    }

    /**
     * Begins to compare with the open cases, unless the last comparison is still going on: what is missing is counted,
     * what is closed or gone since is put right. {@link #follow} goes on with it, some at a time, since every open case
     * is read and nobody at a console waits for counts.
     */
    void compare() {
        counts.repair();
        if (!toCompare.isEmpty()) {
            return;
        }
        Set<CaseNumber> hot = new HashSet<>();
        for (HotCase held : cases.hot()) {
            hot.add(held.number());
            // A clock may have run out since: nothing about the case changed, and yet its count does.
            toCompare.add(held.number());
        }
        counts.numbers().stream()
                .filter(number -> !hot.contains(number))
                .filter(number -> counts.find(number).filter(CodedCase::open).isPresent())
                .forEach(toCompare::add);
        begun = true;
    }

    /** Whether every case was compared since this node started: before, a clock that ran out meanwhile is not counted. */
    boolean compared() {
        return begun && toCompare.isEmpty();
    }

    /** Builds the counts anew from all cases, one at a time. Quarters that were released stay as they are. */
    Rebuilt rebuild() {
        int walked = 0;
        int mended = 0;
        Set<CaseNumber> there = new HashSet<>(numbers.all());
        for (CaseNumber number : there) {
            Optional<CodedCase> before = counts.find(number);
            walked += count(number) ? 1 : 0;
            mended += before.equals(counts.find(number)) ? 0 : 1;
        }
        return new Rebuilt(walked, mended, sever(there));
    }

    /** Parts what is counted from the numbers of cases that are gone. Reads numbers only. */
    int severGone() {
        return sever(new HashSet<>(numbers.all()));
    }

    private int sever(Set<CaseNumber> there) {
        int severed = 0;
        for (CaseNumber number : counts.numbers()) {
            // Looked at once more: it may have come while the numbers were read.
            if (!there.contains(number) && cases.read(number).isEmpty()) {
                counts.sever(number);
                severed++;
            }
        }
        return severed;
    }

    private boolean count(CaseNumber number) {
        Case held = cases.read(number).orElse(null);
        if (held == null) {
            counts.sever(number);
            return false;
        }
        Optional<CodedCase> coded = coder.code(held, clock.instant());
        coded.ifPresent(one -> counts.put(number, one));
        return coded.isPresent();
    }
}
