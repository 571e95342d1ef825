package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.SendOutcome;
import tools.jackson.databind.JsonNode;

/** What the web chat takes, keeps and gives back, over real HTTP and a real Redis, and what it leaves behind. */
class WebChatIT extends WebNode {
    private static final int LINES = 10;

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

    /**
     * A tap is settled by one thread while another sends the next question. A page that has read a number never asks
     * for a lower one, so a line that came to stand late would be a question nobody sees.
     */
    @Test
    void aPageThatReadsAlongMissesNoLineOfSeveralSenders() throws Exception {
        ChannelAddress address = begins();
        List<Integer> senders = List.of(0, 1, 2, 3);
        Set<String> sent = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        try (var threads = Executors.newFixedThreadPool(senders.size())) {
            List<Future<?>> sending = new ArrayList<>();
            for (int sender : senders) {
                for (int line = 0; line < LINES; line++) {
                    sent.add(sender + "-" + line);
                }
                sending.add(threads.submit(() -> {
                    for (int line = 0; line < LINES; line++) {
                        show(address, sender + "-" + line, "line");
                    }
                }));
            }
            long after = 0;
            for (boolean over = false; !over; ) {
                over = sending.stream().allMatch(Future::isDone);
                for (WebLine.Numbered line : app.outbox().after(address.value(), after)) {
                    after = line.number();
                    seen.add(line.line().r());
                }
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }
        assertThat(seen).isEqualTo(sent);
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
}
