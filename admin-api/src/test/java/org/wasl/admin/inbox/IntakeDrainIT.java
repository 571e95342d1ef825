package org.wasl.admin.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.casework.QueuePage;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.Bytes;

/** Intake to case, one entry at a time, with a crash wherever one can fall. */
class IntakeDrainIT {
    private final DeskRig rig = new DeskRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void bringsAReportFromIntakeToTheQueue() {
        ApplicationContext node = rig.node("desk-1");
        rig.staff.onDuty(Staffing.LAYLA);
        rig.file(aFiledReport().judged(Level.L1_IMMEDIATE));

        drain(node);

        QueuePage page = node.getBean(CaseDesk.class).queue(rig.staff.as(Staffing.LAYLA), QueueFilter.ALL, null, 25);
        assertThat(page.rows()).hasSize(1);
        assertThat(page.rows().getFirst().level()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(rig.redis.keys("wasl:{s*}:intake*")).isEmpty();
    }

    @Test
    void takesARepeatForWhatItIs() {
        ApplicationContext node = rig.node("desk-1");
        FiledReports filed = aFiledReport();
        rig.file(filed);
        rig.file(filed);
        rig.file(filed);

        drain(node);

        assertThat(only(node).version()).isEqualTo(1);
        assertThat(count("cases")).isEqualTo(1);
    }

    @Test
    void keepsAnotherContentUnderTheSameSequenceAndRaisesItToAHuman() {
        ApplicationContext node = rig.node("desk-1");
        FiledReport first = aFiledReport().saying("أول كلام").build();
        rig.file(aFiledReport().of(first.id()).saying("أول كلام"));
        drain(node);
        rig.staff.onDuty(Staffing.LAYLA);
        CaseDesk desk = node.getBean(CaseDesk.class);
        desk.acknowledge(rig.staff.as(Staffing.LAYLA), only(node).number(), null);
        rig.clock.pass(java.time.Duration.ofMinutes(1));

        rig.file(aFiledReport().of(first.id()).saying("كلام غيره"));
        drain(node);

        Case held = only(node);
        assertThat(held.leading().parts()).hasSize(1);
        assertThat(held.leading().disputed()).hasSize(1);
        assertThat(held.needsAcknowledgement()).isTrue();
    }

    @Test
    void ordersFollowUpsByTheSequenceInsideTheSealAndAssessesTheSum() {
        ApplicationContext node = rig.node("desk-1");
        IntakeId id = aFiledReport().build().id();
        rig.file(aFiledReport().of(id).as(3).saying("واحد اثنين ثلاثة").judged(Level.L1_IMMEDIATE));
        rig.file(aFiledReport().of(id).as(0).saying("واحد"));
        rig.file(aFiledReport().of(id).as(1).saying("واحد اثنين"));

        drain(node);

        Case held = only(node);
        assertThat(held.leading().parts()).extracting(part -> part.sequence()).containsExactly(0, 1, 3);
        assertThat(held.leading().hasGaps()).isTrue();
        assertThat(held.leading().sum().text()).isEqualTo("واحد اثنين ثلاثة");
        assertThat(held.effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
    }

    @Test
    void neverLowersWhatTheBotSaidAndShowsTheDifference() {
        ApplicationContext node = rig.node("desk-1");
        rig.deskSays("كلام", aFiledReport().judged(Level.L4_STANDARD).assessment());
        rig.file(aFiledReport().saying("كلام").judged(Level.L2_EMERGENT));

        drain(node);

        assertThat(only(node).effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(only(node).leading().assessmentDiffers()).isTrue();
    }

    @Test
    void letsAHumanLookNowAtWhatTheBotCouldNotWorkThrough() {
        ApplicationContext node = rig.node("desk-1");
        rig.push(new IntakeEntry.Unread(
                aFiledReport().build().id(), 0, FiledReports.MORNING, "ckb", "telegram", "؟؟؟", null));

        drain(node);

        assertThat(only(node).effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(only(node).leading().unread()).isTrue();
    }

    @Test
    void stillOpensACaseWhenTriageItselfFails() {
        ApplicationContext node = rig.node("desk-1");
        rig.file(aFiledReport().judged(Level.L3_URGENT));
        rig.triage(report -> {
            throw new IllegalStateException("planted");
        });

        drain(node);

        assertThat(only(node).effectiveLevel()).isEqualTo(Level.L3_URGENT);
    }

    @Test
    void putsGarbageAsideAndGoesOn() {
        ApplicationContext node = rig.node("desk-1");
        Bytes good = rig.bot.seal(new IntakeEntry.Filed(aFiledReport().build()));
        byte[] flipped = good.toArray();
        flipped[flipped.length / 2] ^= 1;
        rig.pushRaw(new Shard(3), Bytes.ofUtf8("not sealed at all"));
        rig.pushRaw(new Shard(3), Bytes.EMPTY);
        rig.pushRaw(new Shard(3), Bytes.copyOf(flipped));
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        rig.pushRaw(new Shard(3), Bytes.copyOf(noise));
        rig.pushRaw(new Shard(3), good);

        drain(node);

        assertThat(count("cases")).isEqualTo(1);
        assertThat(node.getBean(Quarantine.class).counts()).isEqualTo(new Quarantine.Counts(4, 0));
        assertThat(rig.redis.keys("wasl:{s*}:intake*")).isEmpty();
    }

    @Test
    void alarmsWhenAnIntakeKeyIsNoList() {
        ApplicationContext node = rig.node("desk-1");
        rig.redis.set(new Shard(9).intakeKey(), "tampered");
        rig.file(aFiledReport());

        IntakeDrain drain = node.getBean(IntakeDrain.class);
        drain.checkTypes();
        drain(node);

        assertThat(drain.wrongTypes()).isEqualTo(1);
        assertThat(count("cases")).isEqualTo(1);
    }

    @Test
    void takesUpWhatItHadInHandWhenItStopped() {
        rig.file(aFiledReport());
        rig.file(aFiledReport());
        // Killed after LMOVE, before anything else.
        new IntakeLists(rig.redis, "desk-1").take(IntakeLists.ALL, 2);

        ApplicationContext node = rig.node("desk-1");
        node.getBean(IntakeDrain.class).resume();
        drain(node);

        assertThat(count("cases")).isEqualTo(2);
    }

    @Test
    void findsDoneWhatWasDoneBeforeTheKill() {
        ApplicationContext killed = rig.node("desk-1");
        rig.file(aFiledReport());
        // Killed after the insert, before LREM.
        IntakeLists.InHand inHand = new IntakeLists(rig.redis, "desk-1")
                .take(IntakeLists.ALL, 1)
                .entries()
                .getFirst();
        killed.getBean(IntakeHandler.class).handle(inHand.sealed());

        ApplicationContext again = rig.node("desk-1");
        again.getBean(IntakeDrain.class).resume();
        drain(again);

        assertThat(count("cases")).isEqualTo(1);
        assertThat(rig.redis.keys("wasl:{s*}:intake*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "cases,open_cases", "cases,open_cases,case_keys"})
    void completesAnInsertThatAKillBrokeOff(String lost) {
        ApplicationContext killed = rig.node("desk-1");
        FiledReports filed = aFiledReport();
        rig.file(filed);
        drain(killed);
        // As if the kill had come before these were written.
        for (String collection : lost.split(",")) {
            rig.store.template().getCollection(collection).deleteMany(new Document());
        }
        rig.file(filed);

        ApplicationContext again = rig.node("desk-1");
        drain(again);

        assertThat(count("cases")).isEqualTo(1);
        assertThat(count("intake")).isEqualTo(1);
        assertThat(only(again).leading().parts()).hasSize(1);
    }

    @Test
    void takesOverFromANodeThatFellSilent() {
        rig.file(aFiledReport());
        IntakeLists silent = new IntakeLists(rig.redis, "desk-1");
        silent.alive(1);
        silent.take(IntakeLists.ALL, 1);
        rig.redis.zadd("wasl:{desk}:alive", 1, "desk-1");

        ApplicationContext other = rig.node("desk-2");
        other.getBean(IntakeDrain.class).takeOver();
        drain(other);

        assertThat(count("cases")).isEqualTo(1);
    }

    @Test
    void twoNodesMakeOneCaseOfWhatBothHaveInHand() throws InterruptedException {
        ApplicationContext one = rig.node("desk-1");
        ApplicationContext two = rig.node("desk-2");
        for (int i = 0; i < 20; i++) {
            FiledReports filed = aFiledReport();
            rig.file(filed);
            rig.file(filed);
        }
        Thread first = Thread.ofPlatform().start(() -> drain(one));
        Thread second = Thread.ofPlatform().start(() -> drain(two));
        first.join(TimeUnit.SECONDS.toMillis(60));
        second.join(TimeUnit.SECONDS.toMillis(60));

        assertThat(count("cases")).isEqualTo(20);
        assertThat(count("parked")).isZero();
    }

    @Test
    void anErasedReportNeverRisesAgain() {
        ApplicationContext node = rig.node("desk-1");
        FiledReports filed = aFiledReport();
        rig.file(filed);
        drain(node);
        rig.push(new IntakeEntry.EraseAsked(filed.build().id(), null, FiledReports.MORNING, null));
        drain(node);
        rig.file(filed);
        rig.file(aFiledReport().of(filed.build().id()).as(1).saying("more"));
        drain(node);

        assertThat(count("cases")).isZero();
        assertThat(count("case_keys")).isZero();
        assertThat(node.getBean(CaseBook.class).hot()).isEmpty();
        Document tombstone = rig.store.template().findById(filed.build().id().value(), Document.class, "intake");
        assertThat(tombstone).hasSize(1);
    }

    @Test
    void leavesNothingOfACitizensWordsOutsideASeal() {
        ApplicationContext node = rig.node("desk-1");
        String marker = "MARKERWORD قهوة زرقاء";
        rig.file(aFiledReport().saying(marker).judged(Level.L1_IMMEDIATE).in("kmr-Arab"));
        drain(node);
        node.getBean(CaseDesk.class)
                .note(
                        rig.staff.onDuty(Staffing.SALMA).as(Staffing.SALMA),
                        only(node).number(),
                        marker);

        for (String collection : rig.store.template().getCollectionNames()) {
            for (Document document :
                    rig.store.template().getCollection(collection).find()) {
                for (Object value : document.values()) {
                    if (value instanceof org.bson.types.Binary sealed) {
                        assertThat(new String(sealed.getData(), StandardCharsets.UTF_8))
                                .doesNotContain("MARKERWORD");
                    }
                }
                // Ciphertext is left out here: as text it holds any two letters sooner or later.
                document.values().removeIf(org.bson.types.Binary.class::isInstance);
                assertThat(document.toJson()).doesNotContain("MARKERWORD", "قهوة", "L1", "kmr", "IMMEDIATE");
            }
        }
        Document stored = rig.store.template().getCollection("cases").find().first();
        assertThat(stored).containsOnlyKeys("_id", "v", "open", "k", "m", "opened", "changed", "c");
        assertThat(rig.trail.entries().toString()).doesNotContain("MARKERWORD");
    }

    @Test
    void tellsAnOpenConsoleSoonAfterTheEntryStandsInIntake() throws InterruptedException {
        ApplicationContext node = rig.runningNode("desk-1");
        rig.staff.onDuty(Staffing.LAYLA);
        var feed = node.getBean(org.wasl.admin.alert.LiveFeed.class).subscribe().orElseThrow();
        long[] micros = new long[60];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            rig.file(aFiledReport().judged(Level.L1_IMMEDIATE));
            boolean alerted = false;
            while (!alerted) {
                List<org.wasl.admin.alert.LiveEvent> events = feed.take(10, TimeUnit.SECONDS);
                assertThat(events).isNotEmpty();
                alerted = events.stream().anyMatch(event -> event instanceof org.wasl.admin.alert.LiveEvent.Alerted);
            }
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        java.util.Arrays.sort(micros);
        System.err.printf("intake to alert on a console: p50 %d us, worst of 60 %d us%n", micros[30], micros[59]);
        assertThat(count("cases")).isEqualTo(micros.length);
    }

    private Case only(ApplicationContext node) {
        CaseBook book = node.getBean(CaseBook.class);
        List<HotCase> hot = List.copyOf(book.hot());
        assertThat(hot).hasSize(1);
        return book.read(hot.getFirst().number()).orElseThrow();
    }

    private long count(String collection) {
        return rig.store.template().getCollection(collection).countDocuments();
    }

    static void drain(ApplicationContext node) {
        IntakeDrain drain = node.getBean(IntakeDrain.class);
        while (drain.round(IntakeLists.ALL)) {
            // as long as something comes
        }
    }
}
