package org.wasl.admin.console;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.Role;

/**
 * Sends every form of every page what it never asked for, as somebody who may send it. Routes are taken from the running
 * node, so a new form is tried as well.
 */
final class HostileForms {
    /** What is answered to any of them holds none of this as markup. */
    static final String SCRIPT = "\"><script>wasl(1)</script>";

    private static final List<String> VALUES = List.of(
            SCRIPT,
            "",
            "9".repeat(30),
            "x".repeat(20_000),
            "../../etc/passwd\u202e\u0000\ud83d ${7*7} #{nav.queue} __${T(java.lang.Runtime)}__::.x");

    /** For forms that are told where to go on. */
    private static final List<String> PLACES = List.of(
            "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/%5celsewhere.example");

    private static final Set<String> GOES_ON = Set.of("here", "next");

    private final ConsoleNode node;
    private final Map<Role, Seat> seats = new HashMap<>();

    HostileForms(ConsoleNode node) {
        this.node = node;
    }

    private record Seat(Browser browser, String token) {}

    /** One form. */
    private record Form(String path, Role sender, List<String> fields) {
        List<String> values() {
            return fields.stream().anyMatch(GOES_ON::contains)
                    ? Stream.concat(VALUES.stream(), PLACES.stream()).toList()
                    : VALUES;
        }
    }

    /** How many forms there are. */
    int count() {
        return forms().size();
    }

    /** What answered with a fault of its own, with markup that was sent, or by leading out of the console. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (Form form : forms()) {
            for (String value : form.values()) {
                HttpResponse<String> answer = sent(form, value);
                told(answer).ifPresent(why -> wrong.add(form.path() + " " + start(value) + ": " + why));
            }
        }
        return wrong;
    }

    /** What is wrong with an answer. */
    static Optional<String> told(HttpResponse<String> answer) {
        return told(answer.statusCode(), Browser.location(answer), answer.body());
    }

    static Optional<String> told(int status, String location, String body) {
        if (status >= 500) {
            return Optional.of("status " + status);
        }
        if (!location.isEmpty() && !location.matches("(http://127\\.0\\.0\\.1:[0-9]+)?/(?![/\\\\]).*")) {
            return Optional.of("leads to " + location);
        }
        boolean markup = body.contains("<script>wasl") || body.contains("Exception") || body.contains("\tat org.");
        return markup ? Optional.of("says what it must not") : Optional.empty();
    }

    private HttpResponse<String> sent(Form form, String value) {
        HttpResponse<String> answer = sent(form, value, seats.computeIfAbsent(form.sender(), this::seat));
        if (Browser.location(answer).matches(".*/(?:sign-in|lock)(?:\\?.*)?") || answer.statusCode() == 403) {
            // Some forms end the session or cover the screen: whoever was put out comes in again.
            Seat fresh = seat(form.sender());
            seats.put(form.sender(), fresh);
            return sent(form, value, fresh);
        }
        return answer;
    }

    private static HttpResponse<String> sent(Form form, String value, Seat seat) {
        String[] fields =
                form.fields().stream().flatMap(field -> Stream.of(field, value)).toArray(String[]::new);
        return seat.browser().postBare(form.path(), seat.token(), fields);
    }

    private Seat seat(Role role) {
        Browser browser = new Browser(node).as(role.name().toLowerCase(Locale.ROOT));
        return new Seat(browser, browser.formToken("/account"));
    }

    private List<Form> forms() {
        return node.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(entry -> forms(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(Form::path))
                .toList();
    }

    private static Stream<Form> forms(RequestMappingInfo info, HandlerMethod method) {
        List<String> fields = Arrays.stream(method.getMethodParameters())
                .flatMap(HostileForms::fields)
                .toList();
        return info.getPatternValues().stream()
                .filter(pattern -> !pattern.startsWith("/api/") && !pattern.startsWith("/demonstration/"))
                .flatMap(pattern -> sender(method).stream().map(role -> new Form(path(pattern), role, fields)));
    }

    private static Stream<String> fields(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
            return Stream.ofNullable(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
        }
        // A form bound to a record of its own.
        Class<?> type = parameter.getParameterType();
        boolean bound = type.isRecord() && parameter.getParameterAnnotations().length == 0 && type.isMemberClass();
        return bound ? Arrays.stream(type.getRecordComponents()).map(part -> part.getName()) : Stream.empty();
    }

    private static Optional<Role> sender(HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        return Stream.of(Role.SUPERVISOR, Role.ADMINISTRATOR, Role.COORDINATOR, Role.AUDITOR, Role.OFFICER)
                .filter(role -> requires == null || role.may(requires.value()))
                .findFirst();
    }

    private static String path(String pattern) {
        return pattern.replace("{number}", "5885-1192-05").replaceAll("\\{[A-Za-z]+}", "0a".repeat(16));
    }

    private static String start(String value) {
        return value.substring(0, Math.min(20, value.length()));
    }
}
