package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.LoopbackOnly;
import org.wasl.bot.channel.RealRedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every endpoint of the web chat against what is no request of the page's: told plainly, with nothing of it repeated. */
@ExtendWith(LoopbackOnly.class)
class WebHostileInputIT {

    private static final String MARKER = "marker-words-7f3a";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static RealRedis redis;
    private static WebChatApp app;

    @TempDir
    private static Path drafts;

    @BeforeAll
    static void startNode() {
        redis = new RealRedis();
        app = new WebChatApp(redis, drafts, Clock.systemUTC(), new FakeGate(), Map.of());
    }

    @AfterAll
    static void stopNode() {
        app.close();
        redis.close();
    }

    record Endpoint(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Endpoint> endpoints() {
        return app.routes().stream()
                .filter(route -> !route.endsWith(" /error"))
                .map(route -> new Endpoint(route.split(" ", 2)[0], route.split(" ", 2)[1]))
                .toList();
    }

    @Test
    void findsTheEndpointsOfTheNode() {
        assertThat(endpoints())
                .contains(
                        new Endpoint("POST", "/chat/session"),
                        new Endpoint("POST", "/chat/messages"),
                        new Endpoint("POST", "/chat/exit"),
                        new Endpoint("GET", "/chat/stream"),
                        new Endpoint("GET", "/chat/lines"),
                        new Endpoint("GET", "/"));
    }

    /** Forged cookies, foreign sites, bodies and questions nobody asked for: a refusal, or nothing of it is looked at. */
    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesOrDoesNotLookAt(Endpoint endpoint) {
        for (String cookie : List.of(MARKER, "A".repeat(43), "%00", "\u00ff\u00fe", "\"" + MARKER, "x".repeat(4000))) {
            for (String query :
                    List.of("", "?after=" + MARKER, "?wait=" + MARKER, "?wait=%FF", "?after=%E2%80%AE", "?a=%00")) {
                for (BodyPublisher body : List.of(
                        BodyPublishers.noBody(),
                        BodyPublishers.ofString("{\"text\":\"" + MARKER),
                        BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0, (byte) 0xfe}))) {
                    WebVisitor visitor = new WebVisitor(app.port());
                    visitor.cookie(cookie);
                    HttpResponse<String> answer = visitor.send(visitor.request(endpoint.path() + query)
                            .header("Content-Type", "application/json")
                            .header("Last-Event-ID", MARKER)
                            .method(endpoint.method(), body));
                    check(endpoint + query, answer);
                }
            }
        }
    }

    /** With a session that stands; a stream is asked for with what cannot be read only, since it would not end. */
    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesQuestionsOfASessionItCannotRead(Endpoint endpoint) {
        List<String> queries = endpoint.path().endsWith("/stream")
                ? List.of("?after=%FF", "?after=%ED%A0%BD")
                : List.of("?after=%FF", "?after=" + MARKER, "?wait=" + MARKER, "?wait=%FF", "?" + "9".repeat(4000));
        for (String query : queries) {
            WebVisitor visitor = new WebVisitor(app.port());
            visitor.begin();
            HttpResponse<String> answer = visitor.send(visitor.request(endpoint.path() + query)
                    .header("Content-Type", "application/json")
                    .method(endpoint.method(), BodyPublishers.ofString("{")));
            check(endpoint + query, answer);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesAMethodItDoesNotKnow(Endpoint endpoint) {
        for (String method : List.of("PUT", "DELETE", "PATCH", MARKER.toUpperCase(java.util.Locale.ROOT))) {
            WebVisitor visitor = new WebVisitor(app.port());
            HttpResponse<String> answer =
                    visitor.send(visitor.request(endpoint.path()).method(method, BodyPublishers.ofString(MARKER)));
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            check(method + " " + endpoint.path(), answer);
        }
        raw("TRACE " + endpoint.path() + " HTTP/1.1\r\nHost: localhost\r\nX: " + MARKER
                + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void survivesTenMegabytes(Endpoint endpoint) {
        WebVisitor visitor = new WebVisitor(app.port());
        HttpResponse<String> grows = visitor.send(visitor.request(endpoint.path())
                .header("Content-Type", "application/json")
                .method(
                        endpoint.method(),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1024 * 1024]))));
        check("a megabyte without a length", grows);
        String told = first(endpoint.method() + " " + endpoint.path()
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n"
                + "Connection: close\r\n\r\n{");
        assertThat(told).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /chat/%FF%FE" + MARKER,
                "GET /chat/%ZZ" + MARKER,
                "GET /chat/\u00ff\u00fe" + MARKER,
                "GET /chat/..%2f" + MARKER,
                "GET /chat/..%5c" + MARKER,
                "GET /chat/%E2%80%AE" + MARKER,
                "GET /chat/%ED%A0%BD" + MARKER,
                "GET /chat/lines;" + MARKER + "|<>",
                "GET //" + MARKER,
                "GET /WEB-INF/" + MARKER,
                MARKER + " /",
                "GET http://" + MARKER + "|/"
            })
    void refusesAnAddressThatIsNone(String line) {
        raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: " + MARKER + "\u00ff\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST /chat/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + MARKER + "\r\n\r\n",
                "POST /chat/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + MARKER + "\r\n\r\n",
                MARKER + "\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String request) {
        raw(request);
    }

    /** The check itself has to bite. */
    @Test
    void noticesWhatMustNotBeTold() {
        String good = "{\"type\":\"about:blank\",\"status\":400,\"code\":\"unreadable\",\"detail\":\"?\"}";
        String type = "application/problem+json";
        check("good", 400, type, good);
        assertThatThrownBy(() -> check("500", 500, type, good)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("html", 400, "text/html", good)).isInstanceOf(AssertionError.class);
        for (String told : List.of(MARKER, "IOException", "at org.wasl", "java.lang", "Apache Tomcat")) {
            assertThatThrownBy(() -> check(told, 400, type, good.replace("?", told)))
                    .isInstanceOf(AssertionError.class);
        }
        assertThatThrownBy(() -> check("more", 400, type, good.replace("}", ",\"trace\":\"x\"}")))
                .isInstanceOf(AssertionError.class);
    }

    private static void check(String what, HttpResponse<String> answer) {
        assertThat(answer.headers().map().toString()).as(what).doesNotContainIgnoringCase(MARKER);
        if (answer.statusCode() < 400) {
            assertThat(answer.body()).as(what).doesNotContain(MARKER);
            return;
        }
        check(
                what,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("none"),
                answer.body());
    }

    private static void check(String what, int status, String type, String body) {
        assertThat(status).as("%s: %s", what, body).isBetween(400, 599).isNotEqualTo(500);
        assertThat(type).as("%s: %s", what, body).startsWith("application/problem+json");
        assertThat(body)
                .as(what)
                .doesNotContainIgnoringCase(MARKER)
                .doesNotContain("Exception", "\tat ", "org.", "java.", "Tomcat");
        JsonNode problem = JSON.readTree(body);
        assertThat(problem.propertyNames()).as(what).containsExactly("type", "status", "code", "detail");
        assertThat(problem.get("status").intValue()).as(what).isEqualTo(status);
        assertThat(problem.get("detail").stringValue()).as(what).isNotBlank();
    }

    private static void raw(String request) {
        String answer = first(request);
        String[] parts = answer.split("\r\n\r\n", 2);
        String type = parts[0].lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Type:", 0, 13))
                .map(line -> line.substring(13).strip())
                .findFirst()
                .orElse("none");
        String body = parts[1];
        String what = request.lines().findFirst().orElse("");
        assertThat(answer).as(what).doesNotContainIgnoringCase(MARKER);
        check(
                what,
                Integer.parseInt(answer.substring(9, 12)),
                type,
                body.contains("{") ? body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1) : body);
    }

    private static String first(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
