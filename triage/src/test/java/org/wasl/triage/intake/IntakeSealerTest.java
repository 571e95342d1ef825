package org.wasl.triage.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Envelope;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Opening.Opened;
import org.wasl.triage.seal.Opening.Refused;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.Sealer;
import org.wasl.triage.seal.SignedSealer;
import org.wasl.triage.seal.Signer;
import org.wasl.triage.seal.Vectors;
import org.wasl.triage.seal.Verifier;
import tools.jackson.databind.JsonNode;

class IntakeSealerTest {

    private static final Bytes DESK = Bytes.ofHex("11".repeat(32));
    private static final Bytes DESK_SIGN = Bytes.ofHex("12".repeat(32));
    private static final Bytes BOT = Bytes.ofHex("21".repeat(32));
    private static final Bytes BOT_SIGN = Bytes.ofHex("22".repeat(32));
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:20:00Z"));

    private final Sealer toDesk = Sealer.ofRaw(Opener.publicKeyOf(DESK));
    private final IntakeSealer sealer = new IntakeSealer(toDesk, Signer.ofRaw(BOT_SIGN), CLOCK);
    private final IntakeOpener opener =
            new IntakeOpener(Opener.ofRaw(DESK), Verifier.ofRaw(Signer.publicKeyOf(BOT_SIGN)));
    private final Sealer toBot = Sealer.ofRaw(Opener.publicKeyOf(BOT));
    private final NoticeSealer noticeSealer = new NoticeSealer(toBot, Signer.ofRaw(DESK_SIGN), CLOCK);
    private final NoticeOpener noticeOpener =
            new NoticeOpener(Opener.ofRaw(BOT), Verifier.ofRaw(Signer.publicKeyOf(DESK_SIGN)));
    private final PresenceSealer presenceSealer = new PresenceSealer(toBot, Signer.ofRaw(DESK_SIGN), CLOCK);
    private final PresenceOpener presenceOpener =
            new PresenceOpener(Opener.ofRaw(BOT), Verifier.ofRaw(Signer.publicKeyOf(DESK_SIGN)));

    static Stream<IntakeEntry> entries() {
        return EntryFixture.entries().values().stream();
    }

    static Stream<DeskNotice> notices() {
        return EntryFixture.notices().values().stream();
    }

    static Stream<JsonNode> vectors() {
        return Vectors.of("sealed-v1.json");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void carriesEveryEntryUnchanged(IntakeEntry entry) {
        assertThat(opener.open(sealer.seal(entry)).entryIfOpened()).contains(entry);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void carriesEveryNoticeUnchanged(DeskNotice notice) {
        assertThat(noticeOpener.open(noticeSealer.seal(notice)).entryIfOpened()).contains(notice);
    }

    @Test
    void carriesPresenceUnchanged() {
        assertThat(presenceOpener
                        .open(presenceSealer.seal(EntryFixture.aPresence()))
                        .entryIfOpened())
                .contains(EntryFixture.aPresence());
    }

    /** What was sealed by an earlier version, under keys of that time. */
    @ParameterizedTest
    @MethodSource("vectors")
    void opensWhatWasEverSealed(JsonNode vector) {
        String name = vector.get("name").asString();
        Bytes sealed = Vectors.bytes(vector, "sealed");
        switch (vector.get("kind").asString()) {
            case "intake" ->
                assertThat(opener.open(sealed).entryIfOpened())
                        .contains(EntryFixture.entries().get(name));
            case "notice" ->
                assertThat(noticeOpener.open(sealed).entryIfOpened())
                        .contains(EntryFixture.notices().get(name));
            case "presence" ->
                assertThat(presenceOpener.open(sealed).entryIfOpened()).contains(EntryFixture.aPresence());
            default -> throw new AssertionError("unknown kind in the vectors");
        }
    }

    /** The store knows a repeat by id and digest, and another version by the same id and another digest. */
    @Test
    void givesARepeatTheSameDigestAndAnotherVersionAnother() {
        IntakeEntry entry = new IntakeEntry.Filed(EntryFixture.aReport());
        Bytes sealed = sealer.seal(entry);

        Opened<IntakeEntry> first = opened(sealed);
        assertThat(opened(sealed)).isEqualTo(first);
        assertThat(opened(sealer.seal(entry)).digest()).isEqualTo(first.digest());
        assertThat(opened(sealer.seal(new IntakeEntry.Filed(EntryFixture.aBareReport())))
                        .digest())
                .isNotEqualTo(first.digest());
    }

    @Test
    void tellsIdSequenceAndTimeOfAReport() {
        assertThat(opened(sealer.seal(new IntakeEntry.Filed(EntryFixture.aReport())))
                        .envelope())
                .isEqualTo(new Envelope(EntryFixture.ID.value(), 3, CLOCK.instant()));
    }

    @Test
    void numbersNoticesUpwardsSoThatAnOldOneIsKnown() {
        DeskNotice closed = new DeskNotice.Closed(EntryFixture.ID, null);
        long last = 0;
        for (int round = 0; round < 50; round++) {
            if (noticeOpener.open(noticeSealer.seal(closed)) instanceof Opened<DeskNotice> opened) {
                assertThat(opened.envelope().sequence()).isGreaterThan(last);
                last = opened.envelope().sequence();
            }
        }
        assertThat(last).isGreaterThan(CLOCK.instant().toEpochMilli());
    }

    @Test
    void refusesAnotherDesksKey() {
        IntakeOpener other = new IntakeOpener(
                Opener.ofRaw(Bytes.ofHex("13".repeat(32))), Verifier.ofRaw(Signer.publicKeyOf(BOT_SIGN)));

        assertThat(other.open(sealer.seal(anEntry()))).isEqualTo(new Refused<>(Refusal.NOT_OPENED));
    }

    @Test
    void refusesWhatNoBotSigned() {
        IntakeSealer forger = new IntakeSealer(toDesk, Signer.ofRaw(Bytes.ofHex("66".repeat(32))), CLOCK);

        assertThat(opener.open(forger.seal(anEntry()))).isEqualTo(new Refused<>(Refusal.NOT_SIGNED));
    }

    /** Presence, a notice and an entry are three purposes: none can be taken for another, whatever the keys. */
    @Test
    void refusesOneKindInThePlaceOfAnother() {
        NoticeOpener noticesWithPresenceKeys =
                new NoticeOpener(Opener.ofRaw(BOT), Verifier.ofRaw(Signer.publicKeyOf(DESK_SIGN)));
        IntakeOpener intakeWithBotKeys =
                new IntakeOpener(Opener.ofRaw(BOT), Verifier.ofRaw(Signer.publicKeyOf(DESK_SIGN)));

        Bytes presence = presenceSealer.seal(EntryFixture.aPresence());
        Bytes notice = noticeSealer.seal(new DeskNotice.Closed(EntryFixture.ID, null));
        assertThat(noticesWithPresenceKeys.open(presence)).isEqualTo(new Refused<>(Refusal.NOT_OPENED));
        assertThat(intakeWithBotKeys.open(notice)).isEqualTo(new Refused<>(Refusal.NOT_OPENED));
        assertThat(presenceOpener.open(notice)).isEqualTo(new Refused<>(Refusal.NOT_OPENED));
    }

    /** Signed by a true bot node, but the envelope the store goes by tells another tale than the entry. */
    @Test
    void refusesAnEnvelopeThatDoesNotFitItsEntry() {
        SignedSealer raw = new SignedSealer(toDesk, Signer.ofRaw(BOT_SIGN));
        Bytes content = IntakeCodec.encode(new IntakeEntry.Filed(EntryFixture.aReport()));
        Refused<IntakeEntry> refused = new Refused<>(Refusal.MALFORMED);

        assertThat(opener.open(raw.seal(
                        content, SealedFormat.INTAKE, new Envelope(EntryFixture.ID.value(), 4, EntryFixture.AT))))
                .isEqualTo(refused);
        assertThat(opener.open(
                        raw.seal(content, SealedFormat.INTAKE, new Envelope("0".repeat(32), 3, EntryFixture.AT))))
                .isEqualTo(refused);
        SignedSealer desk = new SignedSealer(toBot, Signer.ofRaw(DESK_SIGN));
        assertThat(noticeOpener.open(desk.seal(
                        NoticeCodec.encode(new DeskNotice.Closed(EntryFixture.ID, null)),
                        SealedFormat.NOTICE,
                        new Envelope("0".repeat(32), 3, EntryFixture.AT))))
                .isEqualTo(new Refused<>(Refusal.MALFORMED));
    }

    @Test
    void refusesAFlippedBitAndACutAnywhere() {
        byte[] sealed = sealer.seal(anEntry()).toArray();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= (byte) (1 << (at % 8));
            assertThat(opener.open(Bytes.copyOf(changed))).isInstanceOf(Refused.class);
        }
        for (int size = 0; size < sealed.length; size += 7) {
            assertThat(opener.open(Bytes.copyOf(Arrays.copyOf(sealed, size)))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void answersGarbageWithARefusalOnly() {
        Random random = new Random(37);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            Bytes garbage = Bytes.copyOf(bytes);
            assertThat(opener.open(garbage)).isInstanceOf(Refused.class);
            assertThat(noticeOpener.open(garbage)).isInstanceOf(Refused.class);
            assertThat(presenceOpener.open(garbage)).isInstanceOf(Refused.class);
        }
    }

    /** Sealed garbage under true signatures: the worst a bot node that was taken over can send. */
    @Test
    void answersSignedGarbageWithARefusalOnly() {
        Random random = new Random(41);
        SignedSealer raw = new SignedSealer(toDesk, Signer.ofRaw(BOT_SIGN));
        byte[] content = IntakeCodec.encode(new IntakeEntry.Filed(EntryFixture.aReport()))
                .toArray();
        for (int round = 0; round < 500; round++) {
            byte[] changed = content.clone();
            changed[random.nextInt(content.length)] = (byte) random.nextInt(256);
            Opening<IntakeEntry> opening = opener.open(raw.seal(
                    Bytes.copyOf(changed),
                    SealedFormat.INTAKE,
                    new Envelope(EntryFixture.ID.value(), 3, EntryFixture.AT)));
            assertThat(opening).isNotNull();
        }
    }

    @Test
    void tellsNothingByItsLengthButTheBucket() {
        int small = sealer.seal(new IntakeEntry.Delivered("r", EntryFixture.AT)).size();
        int other = sealer.seal(new IntakeEntry.EraseAsked(EntryFixture.ID, null, EntryFixture.AT, null))
                .size();

        assertThat(small).isEqualTo(other);
        assertThat(Stream.of(100, 250, 400)
                        .map(letters -> sealer.seal(told(letters, 1)).size()))
                .containsOnly(4096 + 48);
    }

    @Test
    void carriesALongStoryWithItsLinesAndEvidence() {
        IntakeEntry entry = told(16_000, 3);

        assertThat(IntakeCodec.encode(entry).size()).isGreaterThan(64 * 1024);
        assertThat(IntakeSealer.fits(entry)).isTrue();
        assertThat(opener.open(sealer.seal(entry)).entryIfOpened()).contains(entry);
    }

    /** A pasted chat log: more than any seal takes, and still a report. */
    @Test
    void shortensTheLongestLinesOfWhatFitsNoSeal() {
        FiledReport pasted = ((IntakeEntry.Filed) told(300_000, 60)).report();
        List<Line> lines = new ArrayList<>(pasted.lines());
        lines.add(new Line(Line.Speaker.CITIZEN, "he has a knife", null, EntryFixture.AT));
        IntakeEntry entry = new IntakeEntry.Filed(with(pasted, lines));

        assertThat(IntakeSealer.fits(entry)).isFalse();
        FiledReport read = reportOf(sealer.seal(entry));

        assertThat(read.lines()).hasSize(61);
        assertThat(read.lines().getLast()).isEqualTo(lines.getLast());
        assertThat(read.lines().getFirst().text())
                .endsWith("…")
                .startsWith(pasted.lines().getFirst().text().substring(0, 200));
        assertThat(read.story()).startsWith(pasted.story().substring(0, 4_000));
        assertThat(opened(sealer.seal(entry)).digest())
                .isEqualTo(opened(sealer.seal(entry)).digest());
    }

    @Test
    void keepsBothEndsOfVeryManyLines() {
        FiledReport bare = EntryFixture.aBareReport();
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < 3_000; number++) {
            lines.add(new Line(Line.Speaker.CITIZEN, "line " + number, null, EntryFixture.AT));
        }

        FiledReport read = reportOf(sealer.seal(new IntakeEntry.Filed(with(bare, lines))));

        assertThat(read.lines().getFirst()).isEqualTo(lines.getFirst());
        assertThat(read.lines().getLast()).isEqualTo(lines.getLast());
    }

    @Test
    void shortensAParkedInputRatherThanLosingIt() {
        String text = "\uD83D\uDE00".repeat(100_000);
        IntakeEntry parked = new IntakeEntry.Unread(EntryFixture.ID, 0, EntryFixture.AT, "en", "web", text, null);

        assertThat(opener.open(sealer.seal(parked)).entryIfOpened())
                .hasValueSatisfying(entry -> assertThat(((IntakeEntry.Unread) entry).text())
                        .startsWith(text.substring(0, 7_000))
                        .endsWith("\uD83D\uDE00…"));
    }

    @Test
    void saysWhatNoShorteningHelps() {
        IntakeEntry longId = new IntakeEntry.Delivered("x".repeat(129), EntryFixture.AT);

        assertThat(IntakeSealer.fits(longId)).isFalse();
        assertThatThrownBy(() -> sealer.seal(longId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text: 129 bytes (expected: at most 128)");
    }

    /** What the desk would refuse must fail at the bot, which still has the words. */
    @Test
    void sealsNothingTheDeskCouldNotRead() {
        IntakeEntry noMailbox = new IntakeEntry.EraseAsked(EntryFixture.ID, "mailbox", EntryFixture.AT, null);

        assertThat(IntakeSealer.fits(noMailbox)).isFalse();
        assertThatThrownBy(() -> sealer.seal(noMailbox))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("intake entry: mailbox id not 32 hex digits");
    }

    /** A story of random Arabic letters, as hard to pack as words get, in lines and as evidence too. */
    private static IntakeEntry told(int letters, int parts) {
        Random random = new Random(43);
        List<Line> lines = new ArrayList<>();
        StringBuilder story = new StringBuilder();
        for (int part = 0; part < parts; part++) {
            StringBuilder words = new StringBuilder();
            for (int at = 0; at < letters / parts; at++) {
                words.append((char) ('ا' + random.nextInt(32)));
            }
            story.append(words);
            lines.add(new Line(Line.Speaker.CITIZEN, words.toString(), null, EntryFixture.AT));
        }
        FiledReport bare = EntryFixture.aBareReport();
        String evidence = lines.getFirst().text();
        Facts facts =
                Facts.of(Fact.suspected(FactKey.DANGER_NOW, null, null, new Evidence(0, evidence.length(), evidence)));
        return new IntakeEntry.Filed(new FiledReport(
                bare.id(),
                0,
                false,
                false,
                EntryFixture.AT,
                "ar-IQ",
                "web",
                story.toString(),
                lines,
                facts,
                bare.assessment(),
                List.of(),
                null,
                new Capsule(Bytes.ofHex("0b".repeat(545))),
                null,
                List.of(),
                List.of(),
                DigitalEvidence.NONE));
    }

    private static FiledReport with(FiledReport report, List<Line> lines) {
        return new FiledReport(
                report.id(),
                report.sequence(),
                report.unconfirmed(),
                report.drill(),
                report.at(),
                report.locale(),
                report.channel(),
                report.story(),
                lines,
                report.facts(),
                report.assessment(),
                report.consents(),
                report.mailbox(),
                report.capsule(),
                report.mark(),
                report.windows(),
                report.attachments(),
                DigitalEvidence.NONE);
    }

    private FiledReport reportOf(Bytes sealed) {
        return ((IntakeEntry.Filed) opened(sealed).entry()).report();
    }

    private Opened<IntakeEntry> opened(Bytes sealed) {
        if (opener.open(sealed) instanceof Opened<IntakeEntry> opened) {
            return opened;
        }
        throw new AssertionError("refused");
    }

    private static IntakeEntry anEntry() {
        return new IntakeEntry.Delivered("r-1", EntryFixture.AT);
    }
}
