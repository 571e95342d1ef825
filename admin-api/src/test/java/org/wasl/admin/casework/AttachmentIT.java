package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.picture.Pictures;
import org.wasl.admin.picture.Untaken;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.AttachmentSealer;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeEntry.AttachmentMissing.Why;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Signer;

/** Attachments from their pieces to the ear: whole, or visibly not, with a real store and real seals. */
class AttachmentIT {
    private static final AttachmentId VOICE = new AttachmentId("1a".repeat(16));

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseIntake cases = node.getBean(CaseIntake.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final AttachmentIntake intake = node.getBean(AttachmentIntake.class);
    private final AttachmentDesk desk = node.getBean(AttachmentDesk.class);
    private final AttachmentSealer sealer =
            new AttachmentSealer(DeskRig.botKeys().signer(), new SecureRandom());
    private final FiledReports filed = aFiledReport().judged(Level.L4_STANDARD);

    @AfterEach
    void close() {
        rig.close();
    }

    /** What no program has heard may be anything: a human listens now. */
    @Test
    void makesAReportWithAVoiceNoteAMatterForAHumanNow() {
        Case held = promised();

        assertThat(held.effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(book.hot(held.number()).orElseThrow().unread()).isTrue();
        assertThat(held.events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.VOICE_ADDED);
        assertThat(only(held).state()).isEqualTo(Attachment.State.COMING);
    }

    @Test
    void makesAFollowUpWithAVoiceNoteOneToo() {
        cases.receive(filed.build(), "digest-0");
        cases.receive(filed.as(1).promising(voice()).build(), "digest-1");

        assertThat(held().effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
    }

    @Test
    void playsWhatWasSealedAndRecordsEachTime() throws IOException {
        Case held = promised();
        byte[] sound = sound(700_000);

        assertThat(arrive(sealed(sound))).isEqualTo(AttachmentIntake.Outcome.KEPT);

        assertThat(only(held()).state()).isEqualTo(Attachment.State.HERE);
        rig.staff.onDuty(Staffing.LAYLA);
        for (int times = 1; times <= 2; times++) {
            AttachmentReading.Opened opened =
                    (AttachmentReading.Opened) desk.open(rig.staff.as(Staffing.LAYLA), held.number(), VOICE);
            try (InputStream stream = opened.source().open()) {
                assertThat(stream.readAllBytes()).isEqualTo(sound);
            }
            assertThat(rig.trail.acts().stream().filter(Act.ATTACHMENT_OPENED::equals))
                    .hasSize(times);
        }
    }

    @Test
    void playsNothingThatCannotBeRecorded() throws IOException {
        Case held = promised();
        arrive(sealed(sound(1_000)));
        rig.trail.close(true);

        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number(), VOICE))
                .isEqualTo(new AttachmentReading.NotAuditable());
    }

    @Test
    void saysWhatDidNotArriveAndIsNotShownInHalf() throws IOException {
        promised();
        Transfer transfer = sealed(sound(900_000));
        transfer.chunks().remove(2);

        assertThat(arrive(transfer)).isEqualTo(AttachmentIntake.Outcome.NOT_WHOLE);

        assertThat(only(held()).state()).isEqualTo(Attachment.State.MISSING);
        assertThat(only(held()).missing()).isEqualTo(Why.NOT_WHOLE);
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held().number(), VOICE))
                .isEqualTo(new AttachmentReading.Missing());
    }

    @Test
    void saysThatThePlatformNoLongerHadIt() {
        promised();

        intake.missing(new IntakeEntry.AttachmentMissing(filed.build().id(), VOICE, Why.GONE, rig.clock.instant()));

        assertThat(only(held()).missing()).isEqualTo(Why.GONE);
        assertThat(held().events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.ATTACHMENT_MISSING);
    }

    @Test
    void takesASecondAttemptThatSucceedsAfterAFailure() throws IOException {
        promised();
        intake.missing(
                new IntakeEntry.AttachmentMissing(filed.build().id(), VOICE, Why.NOT_REACHED, rig.clock.instant()));

        assertThat(arrive(sealed(sound(1_000)))).isEqualTo(AttachmentIntake.Outcome.KEPT);
        assertThat(intake.missing(new IntakeEntry.AttachmentMissing(
                        filed.build().id(), VOICE, Why.NOT_REACHED, rig.clock.instant())))
                .isEqualTo(AttachmentIntake.Outcome.REPEATED);
        assertThat(only(held()).state()).isEqualTo(Attachment.State.HERE);
    }

    @Test
    void handlesEveryPieceTwiceAsIfItWereOnce() throws IOException {
        promised();
        Transfer transfer = sealed(sound(700_000));
        arrive(transfer);
        long version = held().version();

        assertThat(arrive(transfer)).isEqualTo(AttachmentIntake.Outcome.REPEATED);
        assertThat(held().version()).isEqualTo(version);
        rig.clock.pass(Duration.ofDays(9));
        intake.sweep();
        assertThat(count("attachment_chunks")).isEqualTo(3);
        assertThat(count("attachment_coming")).isZero();
    }

    @Test
    void keepsNothingOfASecondAttemptOfOneThatIsHere() throws IOException {
        promised();
        arrive(sealed(sound(700_000)));

        assertThat(arrive(sealed(sound(700_000)))).isEqualTo(AttachmentIntake.Outcome.REPEATED);

        assertThat(count("attachment_chunks")).isEqualTo(3);
        assertThat(count("attachment_coming")).isZero();
    }

    @Test
    void removesPiecesWhoseTransferWasNeverFinished() throws IOException {
        promised();
        sealed(sound(700_000)).chunks().forEach(intake::keep);
        intake.sweep();
        assertThat(count("attachment_chunks")).isEqualTo(3);

        rig.clock.pass(Duration.ofDays(5));
        intake.sweep();

        assertThat(count("attachment_chunks")).isZero();
        assertThat(count("attachment_coming")).isZero();
    }

    @Test
    void forgetsEveryPieceWithTheCase() throws IOException {
        promised();
        Transfer transfer = sealed(sound(700_000));
        arrive(transfer);

        book.erase(held(), Tombstone.ASKED, rig.trail);

        assertThat(count("attachment_chunks")).isZero();
        assertThat(arrive(transfer)).isEqualTo(AttachmentIntake.Outcome.ERASED);
        assertThat(count("attachment_chunks")).isZero();
    }

    @Test
    void waitsForTheReportItBelongsTo() throws IOException {
        Transfer transfer = sealed(sound(10));
        transfer.chunks().forEach(intake::keep);

        assertThatThrownBy(() -> arrive(transfer)).isInstanceOf(IllegalStateException.class);
        promised();
        assertThat(arrive(transfer)).isEqualTo(AttachmentIntake.Outcome.KEPT);
    }

    @Test
    void keepsNoPieceThatNoBotNodeSigned() throws IOException {
        AttachmentSealer foreign = new AttachmentSealer(Signer.ofRaw(Bytes.ofHex("08".repeat(32))), new SecureRandom());
        List<Bytes> chunks = new ArrayList<>();
        foreign.seal(new ByteArrayInputStream(sound(10)), VOICE, 1_000, chunks::add);

        assertThat(intake.keep(chunks.getFirst())).isFalse();
        assertThat(count("attachment_chunks")).isZero();
    }

    @Test
    void opensToNobodyWhoMayNotReadTheCase() throws IOException {
        Case held = promised();
        arrive(sealed(sound(10)));

        assertThat(desk.open(rig.staff.as(Staffing.HIWA), held.number(), VOICE))
                .isEqualTo(new AttachmentReading.Closed());
        assertThat(rig.trail.entries())
                .anyMatch(entry -> entry.act() == Act.ATTACHMENT_OPENED
                        && entry.outcome() == org.wasl.admin.audit.AuditEntry.Outcome.REFUSED);
    }

    @Test
    void keepsTheNameOfWhatWasWithheldApartFromTheCase() {
        cases.receive(
                filed.promising(new AttachmentPromise(
                                VOICE, AttachmentPromise.Kind.PICTURE, null, FiledReports.MORNING, true))
                        .build(),
                "digest-0");
        intake.withheld(new IntakeEntry.AttachmentWithheld(
                filed.build().id(), VOICE, new Capsule(Bytes.ofUtf8("sealed by the bot")), rig.clock.instant()));

        assertThat(only(held()).state()).isEqualTo(Attachment.State.WITHHELD);
        assertThat(count("attachment_withheld")).isEqualTo(1);
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held().number(), VOICE))
                .isEqualTo(new AttachmentReading.Missing());
    }

    @Test
    void drawsAPictureAnewForThoseWhoWorkOnTheCaseAndRecordsEachLook() throws IOException {
        Case held = pictured(filed, Pictures.photograph(800, 600, 6));
        assertThat(look(Staffing.LAYLA)).isEqualTo(new AttachmentReading.Closed());

        works(Staffing.LAYLA, held);
        AttachmentReading.Drawn drawn = (AttachmentReading.Drawn) look(Staffing.LAYLA);

        assertThat(drawn.media()).isEqualTo("image/jpeg");
        assertThat(Pictures.latin(drawn.copy().toArray())).doesNotContain(Pictures.MARKER);
        assertThat(rig.trail.entries().stream()
                        .filter(entry -> entry.act() == Act.ATTACHMENT_OPENED)
                        .map(entry -> entry.outcome().name()))
                .containsExactly("REFUSED", "DONE");
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number(), VOICE))
                .as("the original is there, and its controller gives out sound only")
                .isInstanceOf(AttachmentReading.Opened.class);
        rig.trail.close(true);
        assertThat(look(Staffing.LAYLA)).isEqualTo(new AttachmentReading.NotAuditable());
    }

    @Test
    void keepsTheOriginalSealedAndByteIdenticalWhateverWasLookedAt() throws IOException {
        byte[] original = Pictures.photograph(800, 600, 6);
        Case held = pictured(filed, original);
        works(Staffing.LAYLA, held);
        look(Staffing.LAYLA);

        AttachmentReading.Opened opened =
                (AttachmentReading.Opened) desk.open(rig.staff.as(Staffing.LAYLA), held.number(), VOICE);
        try (InputStream content = opened.source().open()) {
            assertThat(content.readAllBytes()).isEqualTo(original);
        }
    }

    @Test
    void saysThatAPictureCannotBeDrawn() throws IOException {
        works(Staffing.LAYLA, pictured(filed, Pictures.bomb(60_000, 60_000)));
        assertThat(look(Staffing.LAYLA)).isEqualTo(new AttachmentReading.NotDrawn(Untaken.TOO_MANY_POINTS));
    }

    /** Also where the picture came before anybody knew. */
    @Test
    void opensNoPictureWhereAChildIsConcerned() throws IOException {
        Case held = pictured(
                filed.with(new Fact(FactKey.MINOR, Truth.SUSPECTED, null, null, FactSource.BUTTON, null)),
                Pictures.photograph(80, 60, 1));
        works(Staffing.LAYLA, held);
        assertThat(look(Staffing.LAYLA)).isEqualTo(new AttachmentReading.Closed());
    }

    @Test
    void opensNoPictureAnyMoreOnceSomebodySaidThatItMayShowAChildsAbuse() throws IOException {
        Case held = pictured(filed, Pictures.photograph(80, 60, 1));
        works(Staffing.LAYLA, held);
        assertThat(look(Staffing.LAYLA)).isInstanceOf(AttachmentReading.Drawn.class);

        assertThat(desk.flag(rig.staff.as(Staffing.LAYLA), held.number(), VOICE))
                .isInstanceOf(CaseChange.Done.class);

        assertThat(only(held()).state()).isEqualTo(Attachment.State.FLAGGED);
        assertThat(held().effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(held().events()).extracting(CaseEvent::kind).contains(CaseEvent.Kind.ATTACHMENT_FLAGGED);
        assertThat(look(Staffing.LAYLA)).isEqualTo(new AttachmentReading.Closed());
        assertThat(desk.open(rig.staff.as(Staffing.LAYLA), held.number(), VOICE))
                .isEqualTo(new AttachmentReading.Missing());
    }

    /** The place kept free at L2 goes with a human's word, and only for who listened. */
    @Test
    void isUrgentForAVoiceNoteUntilSomebodyListenedAndSaidWhatItIs() throws IOException {
        promised();
        arrive(sealed(sound(1_000)));
        works(Staffing.LAYLA, held());
        assertThat(heard(VOICE, Level.L5_ADVICE)).isEqualTo(new CaseChange.Refused(CaseChange.Why.PLAY_FIRST));
        assertThat(held().effectiveLevel()).isEqualTo(Level.L2_EMERGENT);

        desk.open(rig.staff.as(Staffing.LAYLA), held().number(), VOICE);
        assertThat(held().effectiveLevel()).as("playing alone says nothing").isEqualTo(Level.L2_EMERGENT);
        assertThat(heard(VOICE, Level.L5_ADVICE)).isInstanceOf(CaseChange.Done.class);

        // What the words say stands, whatever was heard.
        assertThat(held().effectiveLevel()).isEqualTo(Level.L4_STANDARD);
        assertThat(book.hot(held().number()).orElseThrow().unread()).isFalse();
        assertThat(only(held()).heard()).isNotNull();
        assertThat(held().events().getLast().kind()).isEqualTo(CaseEvent.Kind.VOICE_HEARD);
        assertThat(held().events().getLast().by()).isEqualTo(Staffing.LAYLA.value());
    }

    @Test
    void isAsUrgentAsWhatWasHeard() throws IOException {
        promised();
        arrive(sealed(sound(1_000)));
        works(Staffing.LAYLA, held());
        desk.open(rig.staff.as(Staffing.LAYLA), held().number(), VOICE);

        heard(VOICE, Level.L1_IMMEDIATE);

        assertThat(held().effectiveLevel()).isEqualTo(Level.L1_IMMEDIATE);
        assertThat(held().level().human()).isNotNull();
    }

    @Test
    void staysUrgentWhileAnotherVoiceNoteIsUnheardOrSomethingElseMakesItSo() throws IOException {
        AttachmentPromise second = new AttachmentPromise(
                new AttachmentId("2b".repeat(16)), AttachmentPromise.Kind.VOICE, null, FiledReports.MORNING, false);
        promised();
        cases.receive(filed.as(1).promising(second).build(), "digest-1");
        arrive(sealed(sound(1_000)));
        works(Staffing.LAYLA, held());
        desk.open(rig.staff.as(Staffing.LAYLA), held().number(), VOICE);
        heard(VOICE, Level.L4_STANDARD);
        assertThat(held().effectiveLevel()).isEqualTo(Level.L2_EMERGENT);
        assertThat(heard(second.id(), Level.L4_STANDARD)).as("not here yet").isInstanceOf(CaseChange.Refused.class);

        intake.missing(
                new IntakeEntry.AttachmentMissing(filed.build().id(), second.id(), Why.GONE, rig.clock.instant()));
        heard(second.id(), Level.L4_STANDARD);
        assertThat(held().effectiveLevel()).isEqualTo(Level.L4_STANDARD);
    }

    private CaseChange heard(AttachmentId id, Level level) {
        return desk.heard(rig.staff.as(Staffing.LAYLA), held().number(), id, level, "made-up words", held().edition());
    }

    private AttachmentReading look(StaffId who) {
        return desk.look(rig.staff.as(who), held().number(), VOICE);
    }

    private void works(StaffId who, Case held) {
        rig.staff.onDuty(who);
        assertThat(node.getBean(CaseDesk.class).acknowledge(rig.staff.as(who), held.number(), null))
                .isInstanceOf(CaseChange.Done.class);
    }

    private Case pictured(FiledReports report, byte[] picture) throws IOException {
        cases.receive(
                report.promising(new AttachmentPromise(
                                VOICE, AttachmentPromise.Kind.PICTURE, null, FiledReports.MORNING, false))
                        .build(),
                "digest-0");
        assertThat(arrive(sealed(picture))).isEqualTo(AttachmentIntake.Outcome.KEPT);
        return held();
    }

    /** Nothing of the sound, and no name the platform gave it, stands outside a seal. */
    @Test
    void leavesNothingOfTheContentInTheOpen() throws IOException {
        promised();
        byte[] sound = sound(500_000);
        byte[] marker = "MARKER-7f3a-spoken-words".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(marker, 0, sound, 1_000, marker.length);
        arrive(sealed(sound));

        for (String collection : rig.store.template().getCollectionNames()) {
            for (Document document :
                    rig.store.template().getCollection(collection).find()) {
                assertThat(bytesOf(document)).doesNotContain("MARKER-7f3a");
            }
        }
    }

    private static String bytesOf(Document document) {
        StringBuilder all = new StringBuilder();
        document.forEach((key, value) -> {
            if (value instanceof org.bson.types.Binary binary) {
                all.append(new String(binary.getData(), StandardCharsets.ISO_8859_1));
            } else {
                all.append(key).append('=').append(value);
            }
        });
        return all.toString();
    }

    private record Transfer(List<Bytes> chunks, IntakeEntry.AttachmentArrived arrived) {}

    private Transfer sealed(byte[] content) throws IOException {
        List<Bytes> chunks = new ArrayList<>();
        AttachmentSealer.Sealing.Whole whole = (AttachmentSealer.Sealing.Whole)
                sealer.seal(new ByteArrayInputStream(content), VOICE, 20_000_000, chunks::add);
        return new Transfer(
                chunks,
                new IntakeEntry.AttachmentArrived(
                        new IntakeId(filed.build().id().value()), VOICE, whole.seal(), rig.clock.instant()));
    }

    private AttachmentIntake.Outcome arrive(Transfer transfer) {
        transfer.chunks().forEach(chunk -> assertThat(intake.keep(chunk)).isTrue());
        return intake.arrived(transfer.arrived());
    }

    private Case promised() {
        cases.receive(filed.promising(voice()).build(), "digest-0");
        return held();
    }

    private static AttachmentPromise voice() {
        return new AttachmentPromise(VOICE, AttachmentPromise.Kind.VOICE, null, FiledReports.MORNING, false);
    }

    private Case held() {
        return book.read(book.caseOf(filed.build().id()).orElseThrow()).orElseThrow();
    }

    private static Attachment only(Case held) {
        List<Attachment> all = held.leading().attachments();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private long count(String collection) {
        return rig.store.template().getCollection(collection).countDocuments();
    }

    private static byte[] sound(int size) {
        byte[] sound = new byte[size];
        new Random(size).nextBytes(sound);
        byte[] head = "OggS".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, sound, 0, Math.min(size, head.length));
        return Arrays.copyOf(sound, size);
    }
}
