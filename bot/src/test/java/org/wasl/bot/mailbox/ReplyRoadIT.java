package org.wasl.bot.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.conversation.RealDialogue;
import org.wasl.bot.filing.BoundCapsule;
import org.wasl.bot.session.FakeChannel;
import org.wasl.bot.session.RedisServerUnderTest;
import org.wasl.bot.session.ScriptedDialogue;
import org.wasl.triage.intake.Boundary;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.intake.DayPart;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeOpener;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.NoticeSealer;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.mailbox.CapsuleContent;
import org.wasl.triage.mailbox.CapsuleSealer;
import org.wasl.triage.mailbox.ChannelAddressText;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.ReceiptKeys;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import redis.clients.jedis.RedisClient;

/** A bot node as it is wired, with its real seals, and a desk in the test's hand: report there, reply back. */
class ReplyRoadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The dialogue as it is shipped, at an hour at which some window is open. */
    private static final String REAL_BY_DAY = "real-by-day";

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private RedisServerUnderTest server;
    private RedisClient deskStore;
    private DeskKeys desk;
    private NoticeSealer sealer;
    private FakeChannel web;
    private FakeChannel officers;
    private MeterRegistry meters;
    private AnnotationConfigApplicationContext bot;
    private int events;

    @BeforeEach
    void startNode(TestInfo test) {
        server = new RedisServerUnderTest();
        deskStore = server.desk();
        DeskSecret secret = DeskSecret.of("5a".repeat(32));
        KeyFolder keys = KeyFolder.create(folder.resolve("keys"), secret, random);
        desk = DeskKeys.load(keys.deskFolder(), secret);
        sealer = new NoticeSealer(desk.toBot(), desk.signer(), Clock.systemUTC());
        BotKeys own = BotKeys.load(keys.botFolder(), Clock.systemUTC());
        web = new FakeChannel("web");
        officers = new FakeChannel("telegram-officer");
        meters = new SimpleMeterRegistry();
        boolean real = test.getTags().contains(REAL_BY_DAY);
        bot = BotNodeUnderTest.start(
                server.bot(),
                own,
                random,
                meters,
                List.of(web, officers),
                Map.of(),
                real ? RealDialogue.create() : new ScriptedDialogue(),
                real ? Clock.offset(Clock.systemUTC(), untilSomeDayPart()) : Clock.systemUTC());
    }

    @AfterEach
    void stopNode() {
        bot.close();
        deskStore.close();
        server.close();
    }

    @Test
    void bringsAReplyBackOnceAndTellsTheDeskWhenItWasReallySent() {
        FiledReport report = fileWithMailbox("amal", Receipt.mint(random));
        publish(report, "r1", "an officer writes");
        publish(report, "r1", "an officer writes");
        await(() -> web.textsTo("amal").contains("an officer writes"));
        await(() -> delivered("r1") >= 1);
        publish(report, "r1", "an officer writes");
        await(() -> delivered("r1") >= 2);

        assertThat(web.textsTo("amal").stream().filter("an officer writes"::equals))
                .hasSize(1);
        await(() -> deskStore.xlen(Boundary.NOTICES) == 0);
    }

    @Test
    void opensTheMailboxFromAnotherPhoneAndWipesTheFirst() {
        Receipt receipt = Receipt.mint(random);
        FiledReport report = fileWithMailbox("amal", receipt);
        say("sister", "open " + receipt.digits());
        await(() -> web.textsTo("sister").contains("known true"));
        publish(report, "r2", "we can meet at four");
        await(() -> web.textsTo("sister").contains("we can meet at four"));
        assertThat(web.textsTo("amal")).doesNotContain("we can meet at four");

        // The first chat was wiped: its next word begins a new conversation.
        say("amal", "anything");
        await(() -> web.textsTo("amal").contains("heard 1: anything"));
    }

    /** The desk's side of the page is in the browser; here its key is made and used as the page does. */
    @Test
    void mintsANumberForACallerWhichOpensHerMailboxUntilItIsVoided() throws Exception {
        PageInHand page = new PageInHand();
        notice(new DeskNotice.ReceiptAsked("ask-1", page.key(), Instant.now().plusSeconds(60)));
        await(() -> minted("ask-1") != null);
        IntakeEntry.ReceiptMinted minted = Objects.requireNonNull(minted("ask-1"));
        Receipt receipt = new Receipt(page.opens(minted.sealed(), "ask-1"));

        say("amal", "open " + receipt.digits());
        await(() -> web.textsTo("amal").contains("known true"));
        String id = minted.mailbox().id();
        Bytes sealed = new ReplySealer(desk.signer())
                .seal(new Reply("r9", "OPERATOR", "we listen", null, Instant.now()), minted.mailbox());
        notice(new DeskNotice.ReplyPublished("r9", id, sealed, null));
        await(() -> counted("notice-done") == 2);

        notice(new DeskNotice.ReceiptVoided(id));
        await(() -> counted("notice-done") == 3);
        say("sister", "open " + receipt.digits());
        await(() -> web.textsTo("sister").contains("known false"));
        // Who had come in by it is back at the beginning.
        say("amal", "anything");
        await(() -> web.textsTo("amal").contains("heard 1: anything"));
    }

    @Test
    void mintsNothingWhereNobodyWaitsAnyMoreOrTheKeyIsNone() throws Exception {
        notice(new DeskNotice.ReceiptAsked(
                "ask-2", new PageInHand().key(), Instant.now().minusSeconds(1)));
        notice(new DeskNotice.ReceiptAsked(
                "ask-3", Bytes.ofHex("04" + "07".repeat(64)), Instant.now().plusSeconds(60)));
        notice(new DeskNotice.ReceiptAsked(
                "ask-4", new PageInHand().key(), Instant.now().plusSeconds(60)));
        await(() -> minted("ask-4") != null);
        assertThat(minted("ask-2")).isNull();
        assertThat(minted("ask-3")).isNull();
    }

    private IntakeEntry.@Nullable ReceiptMinted minted(String askId) {
        return entries().stream()
                .filter(IntakeEntry.ReceiptMinted.class::isInstance)
                .map(IntakeEntry.ReceiptMinted.class::cast)
                .filter(one -> one.askId().equals(askId))
                .findFirst()
                .orElse(null);
    }

    @Test
    void isDoneReadingWhenItHasStopped() {
        assertThat(noticeReaders()).hasSize(1);
        bot.close();
        assertThat(noticeReaders()).isEmpty();
    }

    private static List<Thread> noticeReaders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("wasl-notices"))
                .toList();
    }

    @Test
    void dropsWhatTheDeskDidNotSign() {
        deskStore.xadd(
                Boundary.NOTICES.getBytes(StandardCharsets.UTF_8),
                redis.clients.jedis.params.XAddParams.xAddParams(),
                Map.of(Boundary.NOTICE_FIELD.getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        await(() -> meters.counter("wasl.mailbox.notice-refused").count() == 1);
        await(() -> deskStore.xlen(Boundary.NOTICES) == 0);
    }

    @Test
    void alertsALinkedOfficerAndBringsTheTapBack() {
        event(new ChannelAddress(new ChannelKind("telegram-officer"), "77"), new InboundContent.Text("LINK-123456"));
        await(() -> entries().stream().anyMatch(IntakeEntry.OfficerLinked.class::isInstance));
        IntakeEntry.OfficerLinked linked = (IntakeEntry.OfficerLinked) entries().stream()
                .filter(IntakeEntry.OfficerLinked.class::isInstance)
                .findFirst()
                .orElseThrow();
        notice(new DeskNotice.OfficerAlert(
                linked.officerLink(), linked.capsule(), "once-1", "http://127.0.0.1:8081/cases/1"));
        await(() -> officers.textsTo("77").stream().anyMatch(text -> text.endsWith("/cases/1")));
        event(new ChannelAddress(new ChannelKind("telegram-officer"), "77"), new InboundContent.Tap("s|once-1"));
        await(() -> entries().stream()
                .anyMatch(entry -> entry instanceof IntakeEntry.Seen seen
                        && seen.officerLink().equals(linked.officerLink())
                        && seen.onceValue().equals("once-1")));
    }

    @Test
    void dropsANoticeThatCameBeforeAndTakesTheSameReplyPublishedAnew() {
        FiledReport report = fileWithMailbox("amal", Receipt.mint(random));
        Bytes old = sealed(published(report, "r1", "an officer writes"));
        drop(old);
        await(() -> delivered("r1") == 1);
        drop(old);
        await(() -> counted("notice-repeated") == 1);
        assertThat(delivered("r1")).isEqualTo(1);

        notice(published(report, "r1", "an officer writes"));
        await(() -> delivered("r1") == 2);
        drop(old);
        await(() -> counted("notice-repeated") == 2);
        assertThat(delivered("r1")).isEqualTo(2);
    }

    @Test
    void neverHandsBackByAnOldNoticeWhatWasTakenOverSince() {
        FiledReport report = fileWithMailbox("amal", Receipt.mint(random));
        Bytes first = sealed(new DeskNotice.TakenOver(
                report.id(),
                Objects.requireNonNull(report.capsule()),
                Instant.now().minusSeconds(1)));
        notice(new DeskNotice.TakenOver(
                report.id(),
                Objects.requireNonNull(report.capsule()),
                Instant.now().plusSeconds(60)));
        await(() -> counted("notice-done") == 1);
        drop(first);
        await(() -> counted("notice-repeated") == 1);
    }

    @Test
    void makesItsGroupAgainWhenTheStoreLostIt() {
        FiledReport report = fileWithMailbox("amal", Receipt.mint(random));
        try (RedisClient admin = server.admin()) {
            admin.xgroupDestroy(Boundary.NOTICES, "bot");
        }
        publish(report, "r1", "an officer writes");
        await(() -> web.textsTo("amal").contains("an officer writes"));
    }

    @Test
    void findsAReportByTheMarkOfWhoWritesAgain() {
        FiledReport report = fileWithMailbox("amal", Receipt.mint(random));
        say("amal", "before");
        await(() -> asked() != null);
        IntakeEntry.CapsuleAsked asked = Objects.requireNonNull(asked());
        assertThat(asked.mark()).isEqualTo(report.mark());
        notice(new DeskNotice.CapsuleFound(asked.askId(), List.of(Objects.requireNonNull(report.capsule()))));
        await(() -> web.textsTo("amal").stream().anyMatch(text -> text.endsWith("mark:1")));

        // Somebody of whom there is nothing hears as much, after as long.
        say("stranger", "before");
        await(() -> web.textsTo("stranger").stream().anyMatch(text -> text.endsWith("mark:0")));
    }

    @Test
    void emptiesTheMailboxAndTellsTheChatWhenTheDeskErased() {
        Receipt receipt = Receipt.mint(random);
        FiledReport report = fileWithMailbox("amal", receipt);
        String mailboxId = Objects.requireNonNull(report.mailbox()).id();
        Boxes boxes = bot.getBean(Boxes.class);
        await(() -> boxes.exists(mailboxId) && boxes.attached(mailboxId).isPresent());
        notice(new DeskNotice.Erased(report.id(), mailboxId, report.capsule()));
        await(() -> web.textsTo("amal").stream().anyMatch(text -> text.endsWith("ErasedAtDesk")));
        await(() -> !boxes.exists(mailboxId));

        say("sister", "open " + receipt.digits());
        await(() -> web.textsTo("sister").contains("known false"));
    }

    @Test
    void letsGoOfTheChatAndKeepsTheMailboxWhenTheCaseWasClosed() {
        Receipt receipt = Receipt.mint(random);
        FiledReport report = fileWithMailbox("amal", receipt);
        String mailboxId = Objects.requireNonNull(report.mailbox()).id();
        Boxes boxes = bot.getBean(Boxes.class);
        await(() -> boxes.attached(mailboxId).isPresent());
        notice(new DeskNotice.Closed(report.id(), mailboxId));
        await(() -> boxes.attached(mailboxId).isEmpty());

        say("sister", "open " + receipt.digits());
        await(() -> web.textsTo("sister").contains("known true"));
    }

    /** A reply of days ago into a chat of which nothing is left: nothing outside a window, one neutral line inside it. */
    @Test
    @Tag(REAL_BY_DAY)
    void knocksOnceInAWindowAtAChatThatWasForgotten() {
        MailboxKeys keys =
                bot.getBean(ReceiptKeys.class).derive(Receipt.mint(random)).getFirst();

        notice(inWindow(keys, ContactWindows.NONE));
        await(() -> counted("notice-done") == 1);
        assertThat(web.textsTo("amal")).isEmpty();

        ContactWindows all = ContactWindows.of(
                Arrays.stream(DayPart.values()).map(DayPart::wire).toList());
        notice(inWindow(keys, all));
        await(() -> web.textsTo("amal").size() == 1);
        notice(inWindow(keys, all));
        await(() -> counted("notice-done") == 3);
        assertThat(web.textsTo("amal"))
                .singleElement()
                .satisfies(text -> assertThat(text).doesNotContain("we can meet"));
        assertThat(delivered("r1")).isZero();
    }

    private DeskNotice inWindow(MailboxKeys keys, ContactWindows windows) {
        ChatTerms terms = new ChatTerms(windows, false, null, "ckb", null, 0);
        CapsuleContent content = new CapsuleContent(
                new ChannelAddressText("web", "amal"),
                keys.privateReplyKey(),
                keys.address().pepper(),
                terms);
        String about = keys.address().id();
        Capsule capsule =
                BoundCapsule.wrap(about, bot.getBean(CapsuleSealer.class).seal(content, about));
        Reply reply = new Reply("r1", "OFFICER", "we can meet at four", null, Instant.now());
        Bytes sealed = new ReplySealer(desk.signer()).seal(reply, keys.address());
        return new DeskNotice.ReplyPublished("r1", keys.address().id(), sealed, capsule);
    }

    /** Between the night part and the morning part of the day no window is open. */
    private static Duration untilSomeDayPart() {
        int hour = Instant.now().atZone(ZoneId.of("Asia/Baghdad")).getHour();
        return hour >= 1 && hour < 7 ? Duration.ofHours(6) : Duration.ZERO;
    }

    private IntakeEntry.@Nullable CapsuleAsked asked() {
        return entries().stream()
                .filter(IntakeEntry.CapsuleAsked.class::isInstance)
                .map(IntakeEntry.CapsuleAsked.class::cast)
                .findFirst()
                .orElse(null);
    }

    private long counted(String what) {
        return (long) meters.counter("wasl.mailbox." + what).count();
    }

    private FiledReport fileWithMailbox(String who, Receipt receipt) {
        say(who, "mint " + receipt.digits());
        await(() -> web.textsTo(who).contains("kept"));
        return entries().stream()
                .filter(IntakeEntry.Filed.class::isInstance)
                .map(entry -> ((IntakeEntry.Filed) entry).report())
                .findFirst()
                .orElseThrow();
    }

    private void publish(FiledReport report, String replyId, String text) {
        notice(published(report, replyId, text));
    }

    private DeskNotice published(FiledReport report, String replyId, String text) {
        MailboxAddress mailbox = Objects.requireNonNull(report.mailbox());
        Reply reply = new Reply(replyId, "OFFICER", text, null, Instant.now());
        Bytes sealed = new ReplySealer(desk.signer()).seal(reply, mailbox);
        return new DeskNotice.ReplyPublished(replyId, mailbox.id(), sealed, report.capsule());
    }

    private void notice(DeskNotice notice) {
        drop(sealed(notice));
    }

    private Bytes sealed(DeskNotice notice) {
        return sealer.seal(notice);
    }

    private void drop(Bytes sealed) {
        deskStore.xadd(
                Boundary.NOTICES.getBytes(StandardCharsets.UTF_8),
                redis.clients.jedis.params.XAddParams.xAddParams(),
                Map.of(Boundary.NOTICE_FIELD.getBytes(StandardCharsets.UTF_8), sealed.toArray()));
    }

    private long delivered(String replyId) {
        return entries().stream()
                .filter(entry -> entry instanceof IntakeEntry.Delivered one
                        && one.replyId().equals(replyId))
                .count();
    }

    private List<IntakeEntry> entries() {
        IntakeOpener opener = new IntakeOpener(desk.opener(), desk.botVerifier());
        List<IntakeEntry> found = new ArrayList<>();
        for (int number = 0; number < Shard.COUNT; number++) {
            byte[] list = new Shard(number).intakeKey().getBytes(StandardCharsets.US_ASCII);
            for (byte[] sealed : deskStore.lrange(list, 0, -1)) {
                opener.open(Bytes.copyOf(sealed)).entryIfOpened().ifPresent(found::add);
            }
        }
        return found;
    }

    private void say(String who, String text) {
        event(new ChannelAddress(new ChannelKind("web"), who), new InboundContent.Text(text));
    }

    private void event(ChannelAddress from, InboundContent content) {
        InboundGate gate = bot.getBean(InboundGate.class);
        assertThat(gate.accept(new InboundEvent(from, "e" + events++, Instant.now(), "", content)))
                .isEqualTo(InboundGate.Acceptance.ACCEPTED);
    }

    private static void await(BooleanSupplier reached) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).describedAs("still waiting").isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
