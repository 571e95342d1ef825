package org.wasl.admin.console;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.RouteRule;

/** Calls every route as every role that may not, the way its own page would, and looks into the chain afterwards. */
final class RouteRefusals {
    private static final int REFUSED = 403;

    private final ConsoleNode node;

    RouteRefusals(ConsoleNode node) {
        this.node = node;
    }

    /** What was let in, and what was refused without a trace. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Browser browser = new Browser(node).as(role.name().toLowerCase(Locale.ROOT));
            String token = browser.formToken("/account");
            Set<String> shut = new HashSet<>();
            for (RouteRule.Route route : RouteRule.described("org.wasl.admin")) {
                if (route.open() || role.may(route.asked()) || route.method().startsWith("UnguardedController")) {
                    continue;
                }
                int status = call(browser, token, route);
                if (status != REFUSED) {
                    wrong.add(role + " " + route.address() + ": " + status);
                }
                shut.add(route.address());
            }
            shut.removeAll(recorded(role));
            shut.forEach(address -> wrong.add(role + " " + address + ": not in the chain"));
        }
        return wrong;
    }

    private int call(Browser browser, String token, RouteRule.Route route) {
        String path = route.pattern().replaceAll("\\{[^}]*}", "1");
        HttpRequest.Builder request = HttpRequest.newBuilder(browser.uri(path)).header("X-CSRF-TOKEN", token);
        boolean form = !route.pattern().startsWith("/api/");
        if (!route.verb().equals("GET")) {
            request.header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
        }
        request.method(
                route.verb(),
                route.verb().equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(form ? "" : "{}"));
        return browser.send(request).statusCode();
    }

    /** What the chains say was refused to anybody of this role. */
    private Set<String> recorded(Role role) {
        Set<String> subjects = new HashSet<>();
        for (Document entry : node.bean(MongoTemplate.class)
                .getCollection("audit-entries")
                .find(new Document("act", "ROUTE_REFUSED"))) {
            if (entry.getString("actor").endsWith(String.format(Locale.ROOT, "%02d", role.ordinal()))) {
                subjects.add(entry.getString("subject"));
            }
        }
        return subjects;
    }
}
