package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.channel.LoopbackOnly;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.RealRedis;
import org.wasl.bot.channel.SendOutcome;
import tools.jackson.databind.JsonNode;

/** The web chat over real HTTP and a real Redis: what it takes, what it refuses and how, and what it leaves behind. */
@ExtendWith(LoopbackOnly.class)
class WebChatIT {

    private static final String MARKER = "marker-words-7f3a";
    private static RealRedis redis;

    private static volatile Instant now = Instant.now();
    private static WebChatApp app;

    @TempDir
    private static Path drafts;

    private final FakeGate gate = new FakeGate();
    private WebVisitor visitor;

    @BeforeAll
    static void startNode() {
        redis = new RealRedis();
        app = new WebChatApp(redis, drafts, clock(), event -> Acceptance.UNAVAILABLE, Map.of());
    }

    @AfterAll
    static void stopNode() {
        app.close();
        redis.close();
    }

    @BeforeEach
    void comesIn() {
        app.channel().start(gate);
        visitor = new WebVisitor(app.port());
    }

    private static Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private ChannelAddress begins() {
        assertThat(visitor.begin().statusCode()).isEqualTo(200);
        return gate.taken().getLast().from();
    }

    private SendOutcome show(ChannelAddress to, String id, String text) {
        return app.channel()
                .send(
                        to,
                        new OutgoingMessage(
                                id, text, List.of(new OutgoingChoice("v1|s|1|y", "y")), true, true, "rtl", "ckb"));
    }

    static Stream<byte[]> brokenBodies() {
        String id = "\"id\":\"" + UUID.randomUUID() + "\"";
        return Stream.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "7",
                        "{" + id + "}",
                        "{" + id + ",\"text\":7}",
                        "{" + id + ",\"text\":\"\"}",
                        "{" + id + ",\"text\":\" \"}",
                        "{" + id + ",\"text\":\"a\",\"token\":\"v1|s|1|y\"}",
                        "{\"text\":\"" + MARKER + "\"}",
                        "{\"id\":\"../../x\",\"text\":\"" + MARKER + "\"}",
                        "{" + id + ",\"text\":\"" + MARKER + "\"} trailing",
                        "{" + id + ",\"text\":\"" + MARKER + "\\u0000\"}",
                        "[".repeat(20_000),
                        "{" + id + ",\"token\":\"" + MARKER + "\"}",
                        "{" + id + ",\"token\":\"v1|s|1|" + "x".repeat(80) + "\"}",
                        "{" + id + ",\"token\":\"v1|s|1|y\\n\"}")
                .map(body -> body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void refusesABrokenBodyInThePagesLanguageAndWithoutRepeatingIt(byte[] body) {
        begins();

        assertProblem(visitor.speaking("ckb").posts(body), 400);
        assertThat(gate.taken()).hasSize(1);
    }

    @Test
    void refusesBytesThatAreNotText() {
        begins();
        byte[] half = ("{\"id\":\"12345678\",\"text\":\"" + MARKER).getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[half.length + 4];
        System.arraycopy(half, 0, body, 0, half.length);
        body[half.length] = (byte) 0xC3;
        body[half.length + 1] = (byte) 0x28;
        body[half.length + 2] = '"';
        body[half.length + 3] = '}';

        assertThat(assertProblem(visitor.posts(body), 400)).isEqualTo("not-text");
    }

    @Test
    void refusesTenMegabytesWithoutReadingThem() throws Exception {
        begins();
        String head = "POST /chat/messages HTTP/1.1\r\nHost: localhost\r\nCookie: s=" + visitor.cookie()
                + "\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n{";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refusesABodyThatGrowsTooLarge() {
        begins();
        HttpRequest.Builder chunked = visitor.request("/chat/messages")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[200_000])));

        assertThat(assertProblem(visitor.send(chunked), 413)).isEqualTo("too-large");
    }

    @Test
    void refusesAMessageThatIsTooLongAndTakesTheLongest() {
        begins();
        int max = WebChatSettings.DEFAULTS.maxText();

        assertThat(assertProblem(visitor.says("ڕ".repeat(max + 1)), 413)).isEqualTo("too-long");
        assertThat(visitor.says("ڕ".repeat(max)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnythingButJson() {
        begins();
        HttpRequest.Builder form = visitor.request("/chat/messages")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=" + MARKER));

        assertProblem(visitor.send(form), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "../../etc/passwd"})
    void aForgedCookieHasNoSession(String forged) {
        visitor.cookie(forged);

        assertThat(assertProblem(visitor.says(MARKER), 401)).isEqualTo("over");
        assertProblem(visitor.lines(0), 401);
        assertThat(visitor.exits().statusCode()).isEqualTo(204);
        assertThat(gate.taken()).isEmpty();
    }

    @Test
    void refusesRequestsFromAnotherSite() {
        begins();
        for (String site : List.of("cross-site", "same-site")) {
            HttpRequest.Builder request = visitor.request("/chat/exit")
                    .header("Sec-Fetch-Site", site)
                    .POST(HttpRequest.BodyPublishers.noBody());
            assertProblem(visitor.send(request), 403);
        }
    }

    @Test
    void answersUnknownPathsAndMethodsPlainly() {
        assertProblem(visitor.send(visitor.request("/actuator/env").GET()), 404);
        assertProblem(visitor.send(visitor.request("/chat/messages").GET()), 500, 405, 400);
    }

    @Test
    void keepsSignsOfDirectionAndReplacesHalvesOfSigns() {
        begins();
        visitor.says("a\u202Eb\u2066c\u2069");
        visitor.posts("{\"id\":\"12345678\",\"text\":\"x\\ud83d y\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(gate.contents().subList(1, 3))
                .containsExactly(
                        new InboundContent.Text("a\u202Eb\u2066c\u2069"), new InboundContent.Text("x\uFFFD y"));
    }

    @Test
    void saysHonestlyThatSomethingWasNotReceived() {
        begins();
        gate.down(true);
        HttpResponse<String> answer = visitor.speaking("en").says("12345678", MARKER);

        assertThat(assertProblem(answer, 503)).isEqualTo("not-received");
        assertThat(visitor.problem(answer).get("detail").stringValue())
                .contains("not arrived")
                .contains("\u2066911\u2069 (Kurdistan Region: \u2066104\u2069)");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        gate.down(false);
        assertThat(visitor.says("12345678", MARKER).statusCode()).isEqualTo(200);
        assertThat(visitor.says("12345678", MARKER).statusCode()).isEqualTo(200);
        assertThat(gate.contents())
                .filteredOn(new InboundContent.Text(MARKER)::equals)
                .hasSize(1);
    }

    @Test
    void beginsNothingWhileTheInboxIsDown() {
        gate.down(true);
        assertThat(assertProblem(visitor.begin(), 503)).isEqualTo("not-received");
        assertThat(visitor.cookie()).isEmpty();
    }

    @Test
    void theCookieIsSecretToScriptsAndToOtherSites() {
        String header = visitor.begin().headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(header)
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .contains("Max-Age=900");
        assertThat(gate.taken().getLast().from().value()).doesNotContain(visitor.cookie());
    }

    @Test
    void goesOnWhereItWasAfterARestartOfTheNode() {
        ChannelAddress address = begins();
        show(address, "m1", "first");
        show(address, "m2", "second");
        app.close();

        app = new WebChatApp(redis, drafts, clock(), gate, Map.of());
        WebVisitor again = new WebVisitor(app.port());
        again.cookie(visitor.cookie());
        assertThat(again.begin().body()).contains("true");
        List<String> texts = new ArrayList<>();
        again.linesRead(0).forEach(line -> texts.add(line.get("line").get("t").stringValue()));

        assertThat(texts).containsExactly("first", "second");
        assertThat(gate.taken()).hasSize(1);
    }

    @Test
    void streamsLinesAndResumesAfterTheLastSeen() throws Exception {
        ChannelAddress address = begins();
        show(address, "m1", "first");
        show(address, "m2", "second");

        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                .send(
                        visitor.request("/chat/stream")
                                .header("Last-Event-ID", "1")
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        show(address, "m3", "third");
        List<String> data =
                stream.body().filter(line -> line.startsWith("data:")).limit(2).toList();

        assertThat(data.get(0)).contains("second");
        assertThat(data.get(1)).contains("third");
    }

    @Test
    void aStreamWithoutASessionIsToldNotToComeBack() {
        assertThat(visitor.send(visitor.request("/chat/stream").GET()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void quickExitLeavesNothingAndNothingCanBeSentAnyMore() {
        ChannelAddress address = begins();
        show(address, "m1", MARKER);
        HttpResponse<String> answer = visitor.exits();

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(gate.taken().getLast().content()).isEqualTo(new InboundContent.Exited());
        assertThat(show(address, "m2", "too late")).isInstanceOf(SendOutcome.BlockedByCitizen.class);
        assertThat(redis.client().keys("*" + address.value() + "*")).isEmpty();
    }

    @Test
    void silenceEndsASessionAndTheSweepLeavesNothing() {
        ChannelAddress address = begins();
        show(address, "m1", MARKER);
        now = now.plus(Duration.ofMinutes(29));
        assertThat(visitor.says("still here").statusCode()).isEqualTo(200);
        now = now.plus(Duration.ofMinutes(31));

        assertThat(assertProblem(visitor.says(MARKER), 401)).isEqualTo("over");
        assertThat(show(address, "m2", "too late")).isInstanceOf(SendOutcome.BlockedByCitizen.class);
        app.outbox().sweep(now);
        assertThat(redis.client().keys("*" + address.value() + "*")).isEmpty();
    }

    @Test
    void keepsOnlyTheLastLines() {
        ChannelAddress address = begins();
        int kept = WebChatSettings.DEFAULTS.keptLines();
        for (int i = 1; i <= kept + 5; i++) {
            show(address, "m" + i, "line " + i);
        }

        JsonNode lines = visitor.linesRead(0);
        assertThat(lines.size()).isEqualTo(kept);
        assertThat(lines.get(0).get("line").get("t").stringValue()).isEqualTo("line 6");
    }

    @Test
    void whatWaitsInTheStoreIsSealed() throws Exception {
        ChannelAddress address = begins();
        show(address, "m1", MARKER);

        for (Path file : java.nio.file.Files.list(redis.folder()).toList()) {
            if (java.nio.file.Files.isRegularFile(file)) {
                assertThat(java.nio.file.Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(MARKER)
                        .doesNotContain(visitor.cookie());
            }
        }
    }

    @Test
    void aPageWeighsLittleComesFromHereAloneAndIsNotKept() {
        int weight = 0;
        for (String path : List.of("/", "/chat.css", "/chat.js")) {
            HttpResponse<String> part = visitor.send(visitor.request(path).GET());
            assertThat(part.statusCode()).isEqualTo(200);
            assertThat(part.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(part.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(part.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(part.body()).doesNotContain("localStorage").doesNotContain("sessionStorage");
            assertThat(part.body().replace("https://www.google.com/", "")).doesNotContain("://");
            weight += part.body().getBytes(StandardCharsets.UTF_8).length;
        }
        assertThat(weight).isLessThan(60 * 1024);
    }

    /** Answers the code. */
    private String assertProblem(HttpResponse<String> answer, Integer... statuses) {
        assertThat(answer.statusCode()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = visitor.problem(answer);
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(answer.body())
                .doesNotContain(MARKER)
                .doesNotContain("Exception")
                .doesNotContain("org.")
                .doesNotContain("tomcat");
        return problem.get("code").stringValue();
    }
}
