package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteRuleTest {
    private static final List<String> FEATURES =
            List.of("officer", "web", "console", "casework", "reply", "alert", "inbox", "audit");

    @Test
    void everyRouteOfTheDeskSaysWhoMayCallIt() {
        Stream<String> found = FEATURES.stream()
                .flatMap(feature -> RouteRule.violations("org.wasl.admin." + feature).stream())
                .filter(route -> !route.startsWith("UnguardedController."));

        assertThat(found).isEmpty();
        assertThat(RouteRule.routes("org.wasl.admin")).isGreaterThan(25);
    }

    @Test
    void aRouteThatSaysNothingIsFound() {
        assertThat(RouteRule.violations("org.wasl.admin.officer.canary"))
                .containsExactly(
                        "UnguardedController.asksForNothing",
                        "UnguardedController.forgotten",
                        "UnguardedController.openWithoutAWord",
                        "UnguardedController.saysBoth");
    }
}
