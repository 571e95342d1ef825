package org.wasl.admin.statistics;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.Scope;

/**
 * The coded cases not yet released, and the releases. No question about them reads a case, and none reads the store.
 *
 * <p>What bot nodes counted of conversations is kept beside, by run and month, until it was released.
 *
 * <p>A coded case stands under the number of its case while there is one. When the case is erased it moves under a random
 * id, and nothing leads from one to the other any more. Once all it is counted in was released it is gone too.
 */
final class CountBook {
    private static final Logger log = LoggerFactory.getLogger(CountBook.class);
    private static final int ID_BYTES = 16;

    private final CountStore store;
    private final StatisticsSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    CountBook(CountStore store, StatisticsSettings settings, SecureRandom random, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /** Counts a case as it is now. Harmless when nothing of it changed. */
    synchronized void put(CaseNumber number, CodedCase coded) {
        Optional<CountStore.Kept> before = store.find(number.value());
        if (told(coded)) {
            store.remove(number.value());
            return;
        }
        if (before.filter(kept -> kept.coded().equals(coded)).isPresent()) {
            return;
        }
        if (before.isEmpty() && store.size() >= settings.mostLive()) {
            log.error("statistics: {} coded cases (expected: fewer); a case is not counted", settings.mostLive());
            return;
        }
        store.keep(
                number.value(),
                new CountStore.Kept(coded, before.map(CountStore.Kept::apart).orElseGet(this::fresh)));
    }

    /**
     * The case is gone for good. What was counted of it stays counted, under an id that leads nowhere; where it was still
     * open it counts as taken back.
     */
    synchronized void sever(CaseNumber number) {
        store.find(number.value()).ifPresent(kept -> {
            CodedCase coded = kept.coded().open() ? withdrawn(kept.coded()) : kept.coded();
            // In this order: broken off in between, it stands twice, and the one with a number is left out of counts.
            store.keep(kept.apart(), new CountStore.Kept(coded, kept.apart()));
            store.remove(number.value());
        });
    }

    /** Takes in what a run of a bot node counted so far. A quarter that was released stays as it is. */
    synchronized void tell(String id, ChatCounts chats) {
        if (release(chats.quarter()).isPresent() || chats.counts().isEmpty()) {
            return;
        }
        Map<String, ChatCounts> all = store.chats();
        if (!all.containsKey(id) && all.size() >= settings.mostRuns()) {
            log.error("statistics: {} counts of conversations (expected: fewer); one is left out", settings.mostRuns());
            return;
        }
        store.tell(id, chats);
    }

    /** Finishes severings that were broken off. */
    synchronized void repair() {
        Map<String, CountStore.Kept> all = store.all();
        all.forEach((id, kept) -> {
            if (!id.equals(kept.apart()) && all.containsKey(kept.apart())) {
                store.remove(id);
            }
        });
    }

    /** Numbers of all cases that are counted and not gone. */
    List<CaseNumber> numbers() {
        return store.all().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue().apart()))
                .map(entry -> new CaseNumber(entry.getKey()))
                .toList();
    }

    /** What is counted of one case. */
    Optional<CodedCase> find(CaseNumber number) {
        return store.find(number.value()).map(CountStore.Kept::coded);
    }

    /** Everything that is not released yet, each case once. */
    List<CodedCase> live() {
        Map<String, CountStore.Kept> all = store.all();
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().apart())
                        || !all.containsKey(entry.getValue().apart()))
                .map(entry -> entry.getValue().coded())
                .toList();
    }

    /** The same, and what was counted of conversations. */
    Counted counted() {
        return new Counted(live(), List.copyOf(store.chats().values()));
    }

    Optional<Release> release(Quarter quarter) {
        return store.releases().stream()
                .filter(release -> release.quarter().equals(quarter))
                .findFirst();
    }

    /** The released quarters, the latest first. */
    List<Quarter> released() {
        return store.releases().stream()
                .map(Release::quarter)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Quarters something was counted in that are not released yet, the earliest first. */
    List<Quarter> unreleased() {
        List<Quarter> released = released();
        Stream<Quarter> cases = live().stream()
                .flatMap(coded -> Stream.of(coded.opened(), coded.closed() == null ? coded.opened() : coded.closed()));
        Stream<Quarter> chats = store.chats().values().stream().map(ChatCounts::quarter);
        return Stream.concat(cases, chats)
                .filter(quarter -> !released.contains(quarter))
                .distinct()
                .sorted()
                .toList();
    }

    /** Releases every quarter that is over and settled, and forgets what is told now. Returns those released. */
    synchronized List<Quarter> releaseDue() {
        Instant now = clock.instant();
        List<Quarter> done = new ArrayList<>();
        for (Quarter quarter : unreleased()) {
            boolean due = !now.isBefore(quarter.end().plus(settings.settle()));
            // Where another node is first, its release is the one that counts.
            if (due && store.release(Release.of(quarter, LocalDate.ofInstant(now, Scope.ZONE), counted(), settings))) {
                done.add(quarter);
            }
        }
        store.all().forEach((id, kept) -> {
            if (told(kept.coded())) {
                store.remove(id);
            }
        });
        store.chats().forEach((id, chats) -> {
            if (release(chats.quarter()).isPresent()) {
                store.removeChats(id);
            }
        });
        return done;
    }

    /** Whether everything it is counted in has been released. */
    private boolean told(CodedCase coded) {
        Quarter closed = coded.closed();
        return closed != null
                && release(closed).isPresent()
                && release(coded.opened()).isPresent();
    }

    private CodedCase withdrawn(CodedCase coded) {
        Map<Dimension, String> codes = new EnumMap<>(coded.codes());
        codes.put(Dimension.OUTCOME, "REPORTER_WITHDREW");
        codes.put(Dimension.REOPENED, "NO");
        codes.put(Dimension.FOLLOW_UP, "NONE");
        CodedCase.CLOCKS.forEach(which -> codes.computeIfPresent(
                which,
                (one, verdict) -> verdict.equals(ClockVerdict.RUNNING.name()) ? ClockVerdict.NONE.name() : verdict));
        return new CodedCase(coded.opened(), Quarter.of(clock.instant()), codes, coded.rules(), coded.times());
    }

    private String fresh() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
