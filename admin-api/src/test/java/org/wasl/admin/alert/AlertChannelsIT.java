package org.wasl.admin.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasl.admin.FiledReports.aFiledReport;
import static org.wasl.admin.Staffing.HIWA;
import static org.wasl.admin.Staffing.LAYLA;
import static org.wasl.admin.Staffing.SALMA;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Page;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** The ways out of the desk, against a real mail server and a real web server. */
class AlertChannelsIT {
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer gateway;
    private AlertDesk desk;

    private record Call(String id, String time, String signature, String key, String body) {}

    @BeforeEach
    void start() throws IOException {
        mail.start();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", call -> {
            var headers = call.getRequestHeaders();
            calls.add(new Call(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("wasl-key-id"),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            call.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(), -1);
            call.close();
        });
        gateway.start();
        desk = AlertDesks.over(
                rig,
                node,
                List.of(
                        new MessengerChannel(rig.staff, node.getBean(NoticeDrop.class), AlertSettings.DEFAULTS),
                        new EmailChannel(email(), preferences(), AlertSettings.DEFAULTS.console(), rig.clock),
                        webhook(Page.Way.WEBHOOK),
                        webhook(Page.Way.RING)),
                preferences()::of);
        preferences().keep(LAYLA, AlertPreference.usual("layla@example.org", null, null));
        rig.staff.onDuty(LAYLA).linked(LAYLA);
    }

    @AfterEach
    void close() {
        mail.stop();
        gateway.stop(0);
        rig.close();
    }

    @Test
    void anL1LeavesByEveryWayAndRingsWhenNobodySawItForAMinute() {
        open(aFiledReport().judged(Level.L1_IMMEDIATE));
        desk.sweep();
        assertThat(ways()).containsExactly(Page.Way.CONSOLE, Page.Way.MESSENGER, Page.Way.EMAIL, Page.Way.WEBHOOK);

        rig.clock.pass(Duration.ofSeconds(59));
        desk.sweep();
        assertThat(ways()).doesNotContain(Page.Way.RING);
        rig.clock.pass(Duration.ofSeconds(1));
        desk.sweep();
        desk.sweep();

        assertThat(ways()).containsOnlyOnce(Page.Way.RING);
        assertThat(calls).extracting(Call::body).containsExactly(body("page", "01"), body("ring", "01"));
        assertThat(pages()).allMatch(page -> page.sent() != null);
    }

    @Test
    void everyAlertHasTheSameBytesWhateverTheCase() throws Exception {
        for (Level level : List.of(Level.L1_IMMEDIATE, Level.L2_EMERGENT)) {
            for (Category category : Category.values()) {
                open(aFiledReport()
                        .judged(level)
                        .about(category)
                        .saying("words ".repeat(1 + category.ordinal() * 7) + level)
                        .in(category.ordinal() % 2 == 0 ? "ckb" : "ar-IQ"));
            }
        }
        preferences().keep(LAYLA, new AlertPreference("layla@example.org", null, null, Page.Way.EMAIL));
        rig.clock.pass(Duration.ofSeconds(6));
        desk.sweep();

        assertThat(calls).hasSizeGreaterThan(10).extracting(Call::body).containsOnly(body("page", "01"));
        assertThat(calls)
                .extracting(Call::signature)
                .allMatch(signed ->
                        signed.length() == calls.getFirst().signature().length());
        Set<String> mails = new java.util.HashSet<>();
        Set<Integer> sizes = new java.util.HashSet<>();
        for (var message : mail.getReceivedMessages()) {
            String whole = GreenMailUtil.getWholeMessage(message);
            sizes.add(whole.length());
            mails.add(message.getSubject() + "|" + GreenMailUtil.getBody(message));
        }
        assertThat(mail.getReceivedMessages()).hasSizeGreaterThan(20);
        assertThat(mails).containsExactly("Wasl|Please sign in (01): http://127.0.0.1:8081/");
        assertThat(sizes).hasSize(1);
        assertThat(rig.notices().stream()
                        .map(DeskNotice.OfficerAlert.class::cast)
                        .map(alert -> alert.officerLink()
                                + alert.url()
                                + alert.onceValue().length()))
                .hasSizeGreaterThan(10)
                .containsOnly(rig.notices().stream()
                        .map(DeskNotice.OfficerAlert.class::cast)
                        .map(alert -> alert.officerLink() + alert.url() + 32)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aCallIsSignedOverItsIdItsTimeAndItsBody() throws Exception {
        onlyByWebhook();
        open(aFiledReport().judged(Level.L2_EMERGENT));
        desk.sweep();

        Call call = calls.getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        String signed = call.id() + "." + call.time() + "." + call.body();
        assertThat(call.signature())
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(call.key()).isEqualTo("wasl-1");
        assertThat(call.time()).isEqualTo(Long.toString(rig.clock.instant().getEpochSecond()));
    }

    @Test
    void aCallThatFailedGoesAgainUnderItsOwnIdLaterAndLater() {
        onlyByWebhook();
        answers.addAll(List.of(503, 500));
        open(aFiledReport().judged(Level.L2_EMERGENT));
        desk.sweep();
        assertThat(trouble(Page.Way.WEBHOOK)).isEqualTo(Page.Why.BUSY);
        rig.clock.pass(Duration.ofSeconds(4));
        desk.sweep();
        assertThat(calls).hasSize(1);
        rig.clock.pass(Duration.ofSeconds(1));
        desk.sweep();
        assertThat(calls).hasSize(2);
        rig.clock.pass(Duration.ofSeconds(15));
        desk.sweep();
        rig.clock.pass(Duration.ofHours(1));
        desk.sweep();

        assertThat(calls).hasSize(3);
        assertThat(calls.stream().map(Call::id).distinct()).hasSize(1);
        assertThat(calls.stream().map(Call::time).distinct()).hasSize(3);
        assertThat(calls.stream().map(Call::signature).distinct()).hasSize(3);
        assertThat(pages().getLast().sent()).isNotNull();
    }

    @Test
    void whereOneWayFailsForGoodTheNextIsTakenAndTheCaseShowsBoth() {
        preferences().keep(LAYLA, new AlertPreference("layla@example.org", null, null, Page.Way.WEBHOOK));
        rig.clock.pass(Duration.ofSeconds(6));
        answers.add(404);
        open(aFiledReport().judged(Level.L2_EMERGENT));
        desk.sweep();

        assertThat(ways()).containsExactly(Page.Way.CONSOLE, Page.Way.WEBHOOK, Page.Way.MESSENGER);
        assertThat(pages().get(1).givenUp()).isTrue();
        assertThat(trouble(Page.Way.WEBHOOK)).isEqualTo(Page.Why.REFUSED);
        assertThat(pages().get(2).sent()).isNotNull();
        assertThat(rig.notices()).hasSize(1);

        AlertBoard board = node.getBean(AlertBoard.class);
        assertThat(board.lost(rig.staff.as(LAYLA))).hasSize(1);
        assertThat(board.lostElsewhere(rig.staff.as(LAYLA))).isZero();
        assertThat(board.lost(rig.staff.as(HIWA))).as("none of her cases").isEmpty();
        assertThat(board.lostElsewhere(rig.staff.as(HIWA))).isEqualTo(1);
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgainAndThenTheNextWayIsTaken() {
        mail.stop();
        preferences().keep(LAYLA, new AlertPreference("layla@example.org", null, null, Page.Way.EMAIL));
        rig.clock.pass(Duration.ofSeconds(6));
        open(aFiledReport().judged(Level.L2_EMERGENT));
        for (int minutes = 0; minutes < 10; minutes++) {
            desk.sweep();
            rig.clock.pass(Duration.ofMinutes(1));
        }

        assertThat(trouble(Page.Way.EMAIL)).isEqualTo(Page.Why.UNREACHABLE);
        assertThat(pages().get(1).givenUp()).isTrue();
        assertThat(ways()).contains(Page.Way.MESSENGER);
    }

    @Test
    void quietHoursLeaveTheConsoleAndHoldBackNoL1() {
        // Eleven in the morning in Baghdad.
        preferences().keep(LAYLA, AlertPreference.usual("layla@example.org", LocalTime.of(22, 0), LocalTime.of(12, 0)));
        rig.clock.pass(Duration.ofSeconds(6));
        open(aFiledReport().judged(Level.L2_EMERGENT));
        desk.sweep();
        assertThat(ways()).containsExactly(Page.Way.CONSOLE);

        open(aFiledReport().judged(Level.L1_IMMEDIATE).saying("another"));
        desk.sweep();
        assertThat(ways()).contains(Page.Way.MESSENGER, Page.Way.EMAIL, Page.Way.WEBHOOK);
    }

    @Test
    void anAddressStandsInTheStoreSealed() {
        String stored = rig.store
                .template()
                .getDb()
                .getCollection("alert-preferences")
                .find()
                .first()
                .toJson();
        assertThat(stored).doesNotContain("layla", "example");
        assertThat(preferences().of(SALMA)).isEqualTo(AlertPreference.NONE);
        assertThat(preferences().of(LAYLA).email()).isEqualTo("layla@example.org");
    }

    private void onlyByWebhook() {
        desk = AlertDesks.over(rig, node, List.of(webhook(Page.Way.WEBHOOK)));
    }

    private WebhookChannel webhook(Page.Way way) {
        WebhookSettings settings = new WebhookSettings(
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/", "wasl-1", SECRET, Duration.ofSeconds(5));
        return new WebhookChannel(way, settings, HttpClient.newHttpClient(), rig.clock);
    }

    private EmailSettings email() {
        return new EmailSettings(
                "127.0.0.1", mail.getSmtp().getPort(), "", "", "wasl@example.org", false, Duration.ofSeconds(5));
    }

    private AlertPreferences preferences() {
        return node.getBean(AlertPreferences.class);
    }

    private void open(FiledReports filed) {
        rig.deskSays(filed.build().story(), filed.assessment());
        node.getBean(CaseIntake.class)
                .receive(filed.build(), "digest of " + filed.build().id());
    }

    private List<Page> pages() {
        return node.getBean(CaseBook.class).hot().stream()
                .map(HotCase::pages)
                .flatMap(List::stream)
                .toList();
    }

    private List<Page.Way> ways() {
        return pages().stream().map(Page::way).toList();
    }

    private Page.Why trouble(Page.Way way) {
        return pages().stream()
                .filter(page -> page.way() == way)
                .map(Page::trouble)
                .filter(one -> one != null)
                .map(Page.Trouble::why)
                .findFirst()
                .orElseThrow();
    }

    private static String body(String kind, String count) {
        return "{\"type\":\"alert." + kind + "\",\"to\":\"" + LAYLA.value() + "\",\"count\":\"" + count + "\"}";
    }
}
