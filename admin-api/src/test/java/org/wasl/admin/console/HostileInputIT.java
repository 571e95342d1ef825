package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route of the REST API against everything that is no answer to it: each refusal is a problem in JSON of our own
 * making, with nothing of what was sent and nothing of the machine. Routes are taken from the running node, so a new
 * one is tried as well.
 */
class HostileInputIT {
    private static final String MARKER = "marker-7f3a-geheim";
    private static final ConsoleNode NODE = ConsoleNode.start(
            "wasl.officer.demonstration=true",
            // A refusal for speed would hide the refusal this is about.
            "wasl.api.burst=100000");
    private static final SampleCases CASES = new SampleCases(NODE);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Browser STRANGER = new Browser(NODE);

    private static Browser supervisor = new Browser(NODE);
    private static String token = "";

    private static CaseNumber made = CASES.arabic();
    private static long edition = edition();

    private final String number = untouched().value();

    @AfterAll
    static void stop() {
        NODE.close();
    }

    /** A case nothing was done to yet: else what a route says could hang on what another one did before. */
    private static CaseNumber untouched() {
        if (edition() != edition) {
            made = CASES.arabic();
            edition = edition();
        }
        return made;
    }

    private static long edition() {
        return NODE.bean(CaseBook.class).read(made).map(Case::edition).orElse(-1L);
    }

    /** Some routes cover the screen or end the session: whoever was put out by the one before comes in again. */
    @BeforeEach
    void sitDown() {
        if (supervisor.getJson("/api/me").statusCode() != 200) {
            supervisor = new Browser(NODE).as("supervisor");
            token = supervisor.formToken("/account");
        }
    }

    /**
     * One route as the node maps it.
     *
     * @param permitted whether it is open to the supervisor who tries it
     */
    record Route(String method, String pattern, List<String> fields, boolean permitted) {
        boolean takesBody() {
            return !fields.isEmpty();
        }

        String path(String number) {
            return pattern.replace("{number}", number).replaceAll("\\{[a-z]+}", "00".repeat(16));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static List<Route> routes() {
        RequestMappingHandlerMapping mapping = NODE.bean(RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .filter(route -> route.pattern().startsWith("/api/"))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod method) {
        List<String> fields = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .flatMap(parameter -> Arrays.stream(parameter.getParameterType().getRecordComponents()))
                .map(part -> part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
        Requires requires = method.getMethodAnnotation(Requires.class);
        boolean permitted = requires == null || Arrays.stream(requires.value()).allMatch(Role.SUPERVISOR::may);
        return info.getPatternValues().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(name -> new Route(name, pattern, fields, permitted)));
    }

    static Stream<Route> routesWithABody() {
        return routes().stream().filter(Route::takesBody);
    }

    static Stream<Route> routesOfACase() {
        return routes().stream().filter(route -> route.pattern().contains("{number}"));
    }

    @Test
    void findsTheRoutesOfTheNode() {
        assertThat(routes()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(routesWithABody()).hasSizeGreaterThan(7);
    }

    /** Bodies that no route takes, by what is wrong with them. */
    private static Map<String, byte[]> bodies(Route route) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("broken", utf8("{\"text\":\"" + MARKER));
        bodies.put("no object", utf8("\"" + MARKER + "\""));
        bodies.put("a list", utf8("[\"" + MARKER + "\"]"));
        bodies.put("null", utf8("null"));
        bodies.put("nested", utf8("[".repeat(20_000)));
        bodies.put("nested fields", utf8("{\"text\":".repeat(20_000)));
        bodies.put("a long number", utf8("{\"agreed\":" + "9".repeat(20_000) + "}"));
        bodies.put("binary", new byte[] {0, 1, 2, (byte) 0xfe, (byte) 0xff, 3, 4});
        bodies.put("no UTF-8", withBytes("{\"text\":\"" + MARKER, 0xC3, 0x28));
        bodies.put("half a sign in UTF-8", withBytes("{\"text\":\"" + MARKER, 0xED, 0xA0, 0xBD));
        bodies.put("another type", fields(route, field -> "[{\"" + MARKER + "\":1}]"));
        bodies.put("an unknown option", fields(route, field -> switch (field) {
            case "text" -> "\" \"";
            case "reason" -> "\"r\"";
            case "agreed" -> "null";
            default -> "\"" + MARKER + "\"";
        }));
        bodies.put("an option turned round", fields(route, field -> switch (field) {
            case "text" -> "\"\"";
            case "intake_id" -> "\"" + MARKER + "\"";
            default -> "\"\u202e\u2066" + MARKER + "\"";
        }));
        bodies.put(
                "an option with half a sign",
                fields(route, field -> field.equals("text") ? "\"\"" : "\"\\ud83d" + MARKER + "\""));
        bodies.put("a field of no form", utf8("{\"" + MARKER + "\":1}"));
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("routesWithABody")
    void refusesEveryBodyThatIsNoneOfIts(Route route) {
        bodies(route)
                .forEach((name, body) -> assertProblem(
                        route + " " + name, send(route, BodyPublishers.ofByteArray(body), "application/json")));
    }

    @ParameterizedTest
    @MethodSource("routesWithABody")
    void refusesABodyOfAnotherKind(Route route) {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=" + MARKER,
                "application/json; charset=" + MARKER,
                MARKER)) {
            BodyPublisher body = BodyPublishers.ofString("text=" + MARKER);
            assertProblem(type, send(route, body, type));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesTenMegabytes(Route route) {
        // Without a length it is counted while it is read, by whoever reads it.
        byte[] large = new byte[1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        HttpResponse<String> answer =
                send(route, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), "application/json");
        if (route.takesBody()) {
            // Whoever has no business there is told so before anything is read.
            assertThat(answer.statusCode()).isEqualTo(route.permitted() ? 413 : 403);
        }
        if (answer.statusCode() >= 400) {
            assertProblem("without a length", answer);
        }
        // What says its length is refused by it and not read.
        String head = route.method() + " " + route.path(number)
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n{";
        assertRawProblem(head, 413);
    }

    @ParameterizedTest
    @MethodSource("routesOfACase")
    void refusesWhatIsNoNumberOfACase(Route route) {
        for (String typed : List.of(
                MARKER,
                "%FF%FE" + MARKER,
                "%00" + MARKER,
                "%E2%80%AE" + MARKER,
                "%ED%A0%BD" + MARKER,
                "..%2f" + MARKER,
                "..%5c" + MARKER,
                "1234;" + MARKER,
                "9".repeat(4000),
                "%D9%A1".repeat(10))) {
            assertProblem(
                    typed,
                    supervisor.send(
                            request(route, typed).header("If-Match", "\"1\"").method(route.method(), body(route))));
        }
    }

    @ParameterizedTest
    @MethodSource("routesOfACase")
    void refusesHeadersItCannotRead(Route route) {
        // What keeps nothing asks for neither header.
        if (route.method().equals("GET")
                || !route.takesBody()
                || route.pattern().endsWith("/reply-checks")) {
            return;
        }
        for (String tag : List.of(MARKER, "\"" + MARKER + "\"", "*", "W/\"1\"", "\"" + "9".repeat(5000) + "\"")) {
            HttpResponse<String> answer = supervisor.send(request(route, number)
                    .header("If-Match", tag)
                    .header("Idempotency-Key", MARKER.repeat(20))
                    .method(route.method(), BodyPublishers.ofByteArray(fields(route, GOOD::get))));
            assertProblem(tag, answer);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void answersAPageOrAnotherKindThatWasAskedForInJsonAllTheSame(Route route) {
        for (String kind : List.of("text/html", "application/xml", MARKER, "text/html;q=" + MARKER)) {
            HttpResponse<String> answer = supervisor.send(HttpRequest.newBuilder(supervisor.uri(route.path(MARKER)))
                    .header("Accept", kind)
                    .header("X-CSRF-TOKEN", token)
                    .method(route.method(), body(route)));
            if (answer.statusCode() >= 400 || route.pattern().contains("{")) {
                assertProblem(kind, answer);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesAMethodItDoesNotKnow(Route route) {
        for (String method : List.of("PATCH", "OPTIONS", "HEAD", "TRACE", MARKER.toUpperCase(java.util.Locale.ROOT))) {
            if (method.equals("TRACE")) {
                assertRawProblem(
                        "TRACE " + route.path(number) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 0);
                continue;
            }
            HttpResponse<String> answer =
                    supervisor.send(request(route, number).method(method, BodyPublishers.noBody()));
            if (answer.statusCode() >= 400 && !method.equals("HEAD")) {
                assertProblem(method, answer);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesAForgedCookieAndAForgedForm(Route route) {
        for (String cookie : List.of(
                "wasl_staff=" + "A".repeat(43),
                "wasl_staff=" + MARKER,
                "wasl_staff=%FF; wasl_form=" + MARKER,
                "wasl_staff=\u00fe\u00ff",
                "wasl_staff=" + "9".repeat(4000))) {
            STRANGER.cookies().getCookieStore().removeAll();
            HttpResponse<String> answer = STRANGER.send(HttpRequest.newBuilder(STRANGER.uri(route.path(number)))
                    .header("Cookie", cookie)
                    .header("Content-Type", "application/json")
                    .method(route.method(), body(route)));
            assertProblem(cookie, answer);
            assertThat(answer.statusCode()).isIn(400, 401, 403);
        }
        HttpResponse<String> forged = supervisor.send(HttpRequest.newBuilder(supervisor.uri(route.path(number)))
                .header("X-CSRF-TOKEN", MARKER)
                .header("Content-Type", "application/json")
                .method(route.method(), body(route)));
        if (!route.method().equals("GET")) {
            assertThat(forged.statusCode()).isEqualTo(403);
            assertProblem("form", forged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=" + MARKER,
                "limit=9999999999999999999999",
                "limit=1.5",
                "level=" + MARKER,
                "level=L1&level=" + MARKER,
                "level=%FF%FE",
                "level=%E2%80%AEL1",
                "list=" + MARKER,
                "list=%ED%A0%BD",
                "after=" + MARKER,
                "after=%00",
                "limit=%D9%A1%D9%A1" + MARKER
            })
    void refusesAQuestionToTheQueueItCannotRead(String query) {
        assertProblem(query, supervisor.getJson("/api/queue?" + query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/%ZZ" + MARKER,
                "/api/cases/\u00ff\u00fe" + MARKER,
                "/api/queue?limit=%ZZ" + MARKER,
                "/api/queue?list=<" + MARKER + ">",
                "/api/queue?list=\u00ff\u00fe" + MARKER,
                "/api//../" + MARKER,
                "/api/" + MARKER,
                "/api/cases/" + MARKER + "|{}^`"
            })
    void refusesAnAddressThatIsNone(String target) {
        assertRawProblem("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/queue HTTP/1.1\r\nHost: " + MARKER + "\u00ff\r\nConnection: close\r\n\r\n",
                "GET /api/queue HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/queue HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /api/queue HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + MARKER + "\r\n\r\n",
                "POST /api/queue HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + MARKER + "\r\n\r\n",
                MARKER + "\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String raw) {
        assertRawProblem(raw, 0);
    }

    @Test
    void takesWordsInAnyDirectionAndHalvesOfSignsIntoANote() {
        Route notes = routes().stream()
                .filter(route -> route.pattern().endsWith("/notes"))
                .findFirst()
                .orElseThrow();
        for (String text : List.of("a\\u202eb\\u2066c", "half \\ud83d of a sign", "nul \\u0000 inside")) {
            HttpResponse<String> answer = supervisor.send(request(notes, number)
                    .header("Idempotency-Key", "k" + text.hashCode())
                    .POST(BodyPublishers.ofString("{\"text\":\"" + text + "\"}")));
            if (answer.statusCode() != 200) {
                assertProblem(text, answer);
                assertThat(answer.statusCode()).isEqualTo(400);
            }
        }
        HttpResponse<String> page = supervisor.get("/cases/" + number);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("\u202e", "\u2066");
    }

    /** The check itself has to bite. */
    @Test
    void noticesWhatMustNotBeTold() {
        String good = "{\"type\":\"urn:wasl:problem:unreadable\",\"title\":\"?\",\"status\":400}";
        String type = "application/problem+json";
        new Told(400, type, good).check("good");
        for (Told planted : List.of(
                new Told(200, type, good),
                new Told(400, "text/html", good),
                new Told(400, "application/json", good),
                new Told(404, type, good),
                new Told(400, type, good.replace("?", MARKER)),
                new Told(400, type, good.replace("?", "java.lang.Error")),
                new Told(400, type, good.replace("?", "at org.wasl.admin")),
                new Told(400, type, good.replace("?", "NumberFormatException")),
                new Told(400, type, good.replace("}", ",\"trace\":\"x\"}")),
                new Told(400, type, "no json"))) {
            assertThatThrownBy(() -> planted.check("planted")).isInstanceOf(Throwable.class);
        }
    }

    private static final Map<String, String> GOOD = Map.of(
            "text", "\"t\"",
            "reason", "\"r\"",
            "level", "\"L2\"",
            "status", "\"acked\"",
            "agreed", "true",
            "disposition", "\"resolved\"",
            "staff_id", "\"" + "0".repeat(32) + "\"");

    /** A form of the route with a value for each of its fields; {@code null} leaves a field out. */
    private static byte[] fields(Route route, Function<String, @Nullable String> value) {
        return utf8(route.fields().stream()
                .filter(field -> value.apply(field) != null)
                .map(field -> "\"" + field + "\":" + value.apply(field))
                .collect(Collectors.joining(",", "{", "}")));
    }

    private HttpResponse<String> send(Route route, BodyPublisher body, String type) {
        return supervisor.send(HttpRequest.newBuilder(supervisor.uri(route.path(number)))
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", type)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "hostile")
                .method(route.method(), body));
    }

    private HttpRequest.Builder request(Route route, String typed) {
        return HttpRequest.newBuilder(supervisor.uri(route.path(typed)))
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "application/json");
    }

    private static BodyPublisher body(Route route) {
        return route.takesBody() ? BodyPublishers.ofByteArray(fields(route, GOOD::get)) : BodyPublishers.noBody();
    }

    private static void assertProblem(String what, HttpResponse<String> answer) {
        String headers = answer.headers().map().toString();
        assertThat(headers).as(what).doesNotContainIgnoringCase(MARKER);
        assertThat(answer.statusCode()).as(what).isNotEqualTo(429);
        new Told(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse("none"),
                        answer.body())
                .check(what);
    }

    /** Sends bytes no client would; {@code 0} for any refusal. */
    private static void assertRawProblem(String request, int status) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), NODE.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Told told = Told.read(answer);
            told.check(request.lines().findFirst().orElse(""));
            assertThat(answer).doesNotContainIgnoringCase(MARKER);
            if (status != 0) {
                assertThat(told.status()).isEqualTo(status);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An answer, and what every refusal has to keep to. */
    private record Told(int status, String type, String body) {

        static Told read(String raw) {
            String head = raw.split("\r\n\r\n", 2)[0];
            String body = raw.contains("\r\n\r\n") ? raw.split("\r\n\r\n", 2)[1] : "";
            String type = head.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Type:", 0, 13))
                    .map(line -> line.substring(13).strip())
                    .findFirst()
                    .orElse("none");
            // In chunks: their lengths stand around the one object.
            String object = body.contains("{") ? body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1) : body;
            return new Told(Integer.parseInt(head.substring(9, 12)), type, object);
        }

        void check(String what) {
            assertThat(status).as(what).isBetween(400, 599);
            assertThat(status).as("%s: %s", what, body).isNotEqualTo(500);
            assertThat(type).as("%s: %s", what, body).startsWith("application/problem+json");
            assertThat(body)
                    .as(what)
                    .doesNotContainIgnoringCase(MARKER)
                    .doesNotContain("Exception", "\tat ", "org.", "java.", "tools.jackson", "Tomcat");
            JsonNode problem = JSON.readTree(body);
            assertThat(problem.propertyNames()).as(what).containsExactly("type", "title", "status");
            assertThat(problem.get("status").intValue()).as(what).isEqualTo(status);
            assertThat(problem.get("title").stringValue()).as(what).isNotBlank();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withBytes(String before, int... bytes) {
        byte[] start = utf8(before);
        byte[] end = utf8("\"}");
        byte[] all = Arrays.copyOf(start, start.length + bytes.length + end.length);
        for (int i = 0; i < bytes.length; i++) {
            all[start.length + i] = (byte) bytes[i];
        }
        System.arraycopy(end, 0, all, start.length + bytes.length, end.length);
        return all;
    }
}
