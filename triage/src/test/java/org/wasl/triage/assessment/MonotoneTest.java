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
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;

/** More evidence never lowers; order, place and company change nothing. */
class MonotoneTest {

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
    void neverLowersForASentenceMore() {
        List<Table.Row> dangers = Table.read("/assessments/golden.tsv");
        List<Table.Row> quiet = Table.read("/assessments/quiet.tsv");
        for (Table.Row danger : dangers) {
            Assessment alone = TRIAGE.assess(new Report(danger.get("text"), Facts.NONE));
            for (Table.Row calm : quiet) {
                for (String joint : List.of("\n", ". ", "! ")) {
                    Assessment after =
                            TRIAGE.assess(new Report(calm.get("text") + joint + danger.get("text"), Facts.NONE));
                    Assessment before =
                            TRIAGE.assess(new Report(danger.get("text") + joint + calm.get("text"), Facts.NONE));
                    if (!danger.get("language").equals("arabizi")) {
                        assertThat(after.level()).as(danger.get("text")).isLessThanOrEqualTo(alone.level());
                        assertThat(before.level()).as(danger.get("text")).isLessThanOrEqualTo(alone.level());
                    }
                }
            }
        }
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
        try {
            for (String tag : List.of("tr-TR", "ar-IQ-u-nu-arab", "ckb-IQ", "az-AZ")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(Triage.load().assess(report)).isEqualTo(before);
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
