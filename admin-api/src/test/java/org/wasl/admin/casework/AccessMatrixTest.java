package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.admin.officer.DeskRule;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.RouteRule;

/** Who may do what, generated from the roles, the routes, the desks and the rules of access, and kept as a document. */
class AccessMatrixTest {
    private static final Path DOCUMENT = Path.of("..", "config", "docs", "access-matrix.md");
    private static final String DESKS = "classpath*:org/wasl/admin/*/*Desk.class";
    private static final String CANARIES = "classpath*:org/wasl/admin/officer/canary/*Desk.class";

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        String now = AccessMatrix.document();
        if (System.getProperty("wasl.update") != null) {
            Files.writeString(DOCUMENT, now);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("%s is stale: run this test with -Dwasl.update and read the difference", DOCUMENT)
                .isEqualTo(now);
    }

    @Test
    void everyDeskAsksWhatTheCallerMay() {
        assertThat(DeskRule.violations(DESKS)).isEmpty();
        assertThat(DeskRule.asked(DESKS)).hasSizeGreaterThan(20);
    }

    @Test
    void aDeskThatAsksNothingIsFound() {
        assertThat(DeskRule.violations(CANARIES))
                .containsExactly("ForgetfulDesk.asksInWordsOnly", "ForgetfulDesk.asksNothing");
        assertThat(DeskRule.asked(CANARIES).get("ForgetfulDesk.asks"))
                .containsExactlyInAnyOrder("(may)", Permission.CASE_READ.name());
    }

    @Test
    void nobodyButTheTeamReadsAClaimedRestrictedCase() {
        for (Role role : Role.values()) {
            for (AccessMatrix.Situation situation : AccessMatrix.SITUATIONS) {
                if (situation.restricted() && situation.claimed()) {
                    assertThat(List.of('e', '-'))
                            .as("%s, %s", role, situation)
                            .contains(AccessMatrix.cell(role, situation, true))
                            .contains(AccessMatrix.cell(role, situation, false));
                }
            }
        }
    }

    @Test
    void everyRouteHasItsRow() {
        String document = AccessMatrix.document();

        assertThat(RouteRule.described("org.wasl.admin"))
                .filteredOn(route -> !route.method().startsWith("UnguardedController"))
                .hasSizeGreaterThan(60)
                .allSatisfy(route -> assertThat(document).contains("`" + route.address() + "`"));
    }
}
