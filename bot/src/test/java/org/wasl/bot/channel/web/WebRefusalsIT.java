package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the web chat refuses, and how it says so: in the page's language and without repeating it. */
class WebRefusalsIT extends WebNode {

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
}
