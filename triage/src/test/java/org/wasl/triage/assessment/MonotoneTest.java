package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;

/** More evidence never lowers; order, place and company change nothing. */
class MonotoneTest {

    private static final int STRIDE = 6;

    private static final Triage TRIAGE = Triage.load();

    /** A yes to these is good news, and a topic is no danger: the oracle runs the other way or not at all. */
    private static final Set<FactKey> NOT_DANGERS =
            EnumSet.of(FactKey.SAFE_TO_WRITE, FactKey.CONTACT_WINDOW_CHOSEN, FactKey.CATEGORY_CHOSEN);

    @Test
    void neverLowersForAFactMore() {
        Random random = new Random(20261122);
        int raised = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Fact> facts = someFacts(random);
            FactKey key = anyKey(random);
            facts.removeIf(fact -> fact.key() == key);
            Assessment yes = assess(facts, fact(key, Truth.YES, random));
            Assessment suspected = assess(facts, fact(key, Truth.SUSPECTED, new Random(round)));
            Assessment unknown = assess(facts, fact(key, Truth.UNKNOWN, random));
            Assessment no = assess(facts, fact(key, Truth.NO, random));

            assertThat(yes.level()).as("%s %s", facts, key).isLessThanOrEqualTo(unknown.level());
            assertThat(suspected.level()).as("%s %s", facts, key).isLessThanOrEqualTo(unknown.level());
            assertThat(unknown.level()).as("%s %s", facts, key).isLessThanOrEqualTo(no.level());
            raised += yes.level() == unknown.level() ? 0 : 1;
        }
        assertThat(raised).isGreaterThan(100);
    }

    @Test
    void doesNotDependOnTheOrderOfFacts() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            List<Fact> facts = someFacts(random);
            List<Fact> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            Assessment one = TRIAGE.assess(new Report("", Facts.of(facts)));
            Assessment other = TRIAGE.assess(new Report("", Facts.of(shuffled)));
            assertThat(other.level()).isEqualTo(one.level());
            assertThat(other.score()).isEqualTo(one.score());
            assertThat(other.reasons()).isEqualTo(one.reasons());
            assertThat(other.category()).isEqualTo(one.category());
        }
    }

    @Test
    void wouldRaiseNamesExactlyWhatRaises() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            Facts facts = Facts.of(someFacts(random));
            Assessment before = TRIAGE.assess(new Report("", facts));
            for (WouldRaise would : before.wouldRaise()) {
                List<Fact> trials = new ArrayList<>();
                trials.add(new Fact(would.fact(), Truth.YES, null, 0, FactSource.OPERATOR, null));
                would.fact()
                        .details()
                        .forEach(detail ->
                                trials.add(new Fact(would.fact(), Truth.YES, detail, 0, FactSource.OPERATOR, null)));
                assertThat(trials.stream()
                                .map(trial -> TRIAGE.assess(new Report("", facts.with(trial)))
                                        .level()))
                        .contains(would.to());
                assertThat(would.to()).isLessThan(before.level());
            }
        }
    }

    @Test
    void wouldRaiseLeavesNothingOutThatRaises() {
        Random random = new Random(13);
        int silent = 0;
        for (int round = 0; round < 200; round++) {
            Facts facts = Facts.of(someFacts(random));
            Assessment before = TRIAGE.assess(new Report("", facts));
            for (FactKey key : FactKey.values()) {
                Truth known = facts.truth(key);
                // Nobody can be asked what a text reads like, and what is answered is not unknown.
                if (key == FactKey.READS_LIKE || known == Truth.YES || known == Truth.NO) {
                    continue;
                }
                Level best = trials(key).stream()
                        .map(trial ->
                                TRIAGE.assess(new Report("", facts.with(trial))).level())
                        .reduce(before.level(), Level::moreSevereOf);
                List<WouldRaise> said = before.wouldRaise().stream()
                        .filter(would -> would.fact() == key)
                        .toList();
                if (best == before.level()) {
                    assertThat(said).as("%s %s", facts, key).isEmpty();
                    silent++;
                } else {
                    assertThat(said).as("%s %s", facts, key).containsExactly(new WouldRaise(key, best));
                }
            }
        }
        assertThat(silent).isGreaterThan(100);
    }

    private static List<Fact> trials(FactKey key) {
        List<Fact> trials = new ArrayList<>();
        trials.add(new Fact(key, Truth.YES, null, 0, FactSource.OPERATOR, null));
        key.details().forEach(detail -> trials.add(new Fact(key, Truth.YES, detail, 0, FactSource.OPERATOR, null)));
        return trials;
    }

    @Test
    void neverLowersForASentenceMore() {
        List<Table.Row> dangers = Table.read("/assessments/golden.tsv");
        List<Table.Row> quiet = Table.read("/assessments/quiet.tsv");
        for (int nth = 0; nth < dangers.size(); nth++) {
            Table.Row danger = dangers.get(nth);
            Assessment alone = TRIAGE.assess(new Report(danger.get("text"), Facts.NONE));
            // Every calm text beside every sixth danger: all pairs would take minutes.
            for (int at = nth % STRIDE; at < quiet.size(); at += STRIDE) {
                Table.Row calm = quiet.get(at);
                for (String joint : List.of("\n", ". ", "! ")) {
                    Assessment after =
                            TRIAGE.assess(new Report(calm.get("text") + joint + danger.get("text"), Facts.NONE));
                    Assessment before =
                            TRIAGE.assess(new Report(danger.get("text") + joint + calm.get("text"), Facts.NONE));
                    assertThat(after.level()).as(danger.get("text")).isLessThanOrEqualTo(alone.level());
                    assertThat(before.level()).as(danger.get("text")).isLessThanOrEqualTo(alone.level());
                }
            }
        }
    }

    @Test
    void neverLowersForASentenceInTheMiddle() {
        Random random = new Random(41);
        List<Table.Row> dangers = Table.read("/assessments/golden.tsv");
        List<Table.Row> quiet = Table.read("/assessments/quiet.tsv");
        for (int round = 0; round < 1_500; round++) {
            String danger = any(dangers, random);
            List<String> calm = List.of(any(quiet, random), any(quiet, random), any(quiet, random));
            Assessment alone = TRIAGE.assess(new Report(danger, Facts.NONE));
            Assessment without = TRIAGE.assess(new Report(String.join("\n", calm), Facts.NONE));
            Assessment within = TRIAGE.assess(
                    new Report(String.join("\n", calm.get(0), calm.get(1), danger, calm.get(2)), Facts.NONE));

            assertThat(within.level()).as(danger).isLessThanOrEqualTo(alone.level());
            assertThat(within.level()).as(danger).isLessThanOrEqualTo(without.level());
        }
    }

    @Test
    void doesNotDependOnTheOrderOfSentences() {
        Random random = new Random(43);
        List<Table.Row> rows = new ArrayList<>(Table.read("/assessments/golden.tsv"));
        rows.addAll(Table.read("/assessments/quiet.tsv"));
        for (int round = 0; round < 1_500; round++) {
            List<String> sentences = new ArrayList<>();
            for (int count = 2 + random.nextInt(4); count > 0; count--) {
                sentences.add(any(rows, random));
            }
            Assessment one = TRIAGE.assess(new Report(String.join("\n", sentences), Facts.NONE));
            Collections.shuffle(sentences, random);
            Assessment other = TRIAGE.assess(new Report(String.join("\n", sentences), Facts.NONE));

            assertThat(other.level()).as("%s", sentences).isEqualTo(one.level());
            assertThat(other.score()).as("%s", sentences).isEqualTo(one.score());
            assertThat(other.reasons())
                    .extracting(Reason::rule)
                    .as("%s", sentences)
                    .containsExactlyElementsOf(
                            one.reasons().stream().map(Reason::rule).toList());
            assertThat(other.category()).as("%s", sentences).isEqualTo(one.category());
        }
    }

    private static String any(List<Table.Row> rows, Random random) {
        return rows.get(random.nextInt(rows.size())).get("text");
    }

    @Test
    void aDenialAnswersItsOwnWordsOnly() {
        Report first = new Report("ما خنقني بس صاح عليه", Facts.NONE);
        Assessment suspected = TRIAGE.assess(first);
        Facts denied = suspected.facts().denying(FactKey.STRANGLED);
        Assessment afterNo = TRIAGE.assess(new Report(first.text(), denied));
        Assessment saidAgain = TRIAGE.assess(new Report(first.text() + "\nهسه رجع وخنقني", denied));

        assertThat(suspected.level().wire()).isEqualTo("L2");
        assertThat(afterNo.level().wire()).isEqualTo("L3");
        assertThat(afterNo.reasons()).extracting(Reason::rule).contains("N01");
        assertThat(saidAgain.level().wire()).isEqualTo("L1");
    }

    @Test
    void readsTheSameUnderAnyLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Report report = new Report("MY HUSBAND IS HERE NOW AND HE HAS A KNIFE. I WILL KILL MYSELF TONIGHT", Facts.NONE);
        Assessment before = TRIAGE.assess(report);
        List<Report> golden = Table.read("/assessments/golden.tsv").stream()
                .map(row -> new Report(row.get("text"), Facts.NONE))
                .toList();
        List<Assessment> all = golden.stream().map(TRIAGE::assess).toList();
        try {
            for (String tag : List.of("tr-TR", "ar-IQ-u-nu-arab", "ckb-IQ", "az-AZ")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                Triage loaded = Triage.load();
                assertThat(loaded.assess(report)).isEqualTo(before);
                assertThat(golden.stream().map(loaded::assess).toList()).isEqualTo(all);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(before.level().wire()).isEqualTo("L1");
    }

    @Test
    void answersManyThreadsAlike() throws InterruptedException, ExecutionException {
        List<Report> reports = Table.read("/assessments/golden.tsv").stream()
                .map(row -> new Report(row.get("text"), Facts.NONE))
                .toList();
        List<Assessment> alone = reports.stream().map(TRIAGE::assess).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Assessment>>> answers = new ArrayList<>();
            for (int round = 0; round < 8; round++) {
                answers.add(threads.submit(
                        () -> reports.stream().map(TRIAGE::assess).toList()));
            }
            for (Future<List<Assessment>> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    private static Assessment assess(List<Fact> facts, Fact more) {
        return TRIAGE.assess(new Report("", Facts.of(facts).with(more)));
    }

    private static List<Fact> someFacts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int count = random.nextInt(7);
        for (int at = 0; at < count; at++) {
            Truth truth = Truth.values()[random.nextInt(Truth.values().length)];
            facts.add(fact(anyKey(random), truth, random));
        }
        return facts;
    }

    private static FactKey anyKey(Random random) {
        FactKey key = FactKey.values()[random.nextInt(FactKey.values().length)];
        return NOT_DANGERS.contains(key) ? FactKey.PHYSICAL : key;
    }

    private static Fact fact(FactKey key, Truth truth, Random random) {
        List<String> details = key.details().stream().sorted().toList();
        String detail =
                details.isEmpty() || random.nextInt(4) == 0 ? null : details.get(random.nextInt(details.size()));
        Integer hours = random.nextBoolean() ? random.nextInt(80) : null;
        return new Fact(key, truth, detail, hours, FactSource.BUTTON, null);
    }
}
