package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleBookTest {

    @Test
    void everyRoleHasItsRightsAndEveryPermissionAHolder() {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(role.permissions()).contains(Permission.SELF));
        List<Permission> held = Stream.of(Role.values())
                .flatMap(role -> role.permissions().stream())
                .distinct()
                .toList();

        // Nothing leaves the desk in a file of cases: nobody holds that, until somebody decides who.
        assertThat(Permission.values()).filteredOn(one -> !held.contains(one)).containsExactly(Permission.EXPORT);
    }

    @Test
    void fivePresetsAndTheAdministratorAreShipped() {
        assertThat(Role.values())
                .filteredOn(Role::preset)
                .containsExactlyInAnyOrder(
                        Role.OPERATOR,
                        Role.SUPERVISOR,
                        Role.OFFICER,
                        Role.COORDINATOR,
                        Role.AUDITOR,
                        Role.ADMINISTRATOR);
    }

    @Test
    void whoRunsTheMachineCountsOrTeachesReachesNoCase() {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.ANALYST, Role.AWARENESS_OFFICER)) {
            assertThat(role.reach()).isEqualTo(CaseReach.NONE);
            assertThat(role.may(Permission.CASE_READ)).isFalse();
            assertThat(role.may(Permission.QUEUE_READ)).isFalse();
        }
    }

    @Test
    void everyRoleAsksForASecondStep() {
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(role.secondSteps())
                        .containsExactlyInAnyOrder(FactorKind.NUMBER, FactorKind.PASSKEY));
    }

    @Test
    void aFileMayAskForNoneOnlyWhereNoCaseIsReadAndNoAccountKept() throws IOException {
        RoleBook made = RoleFile.parse(withoutSecondStep("ANALYST"));

        assertThat(made.of(Role.ANALYST).secondSteps()).isEmpty();
        assertThatThrownBy(() -> RoleFile.parse(withoutSecondStep("SPECIALIST")))
                .hasMessageContaining("SPECIALIST: no second-step");
        assertThatThrownBy(() -> RoleFile.parse(withoutSecondStep("ADMINISTRATOR")))
                .hasMessageContaining("ADMINISTRATOR: no second-step");
    }

    @Test
    void theAuditorChangesNoCase() {
        assertThat(Role.AUDITOR.permissions())
                .doesNotContain(
                        Permission.CASE_CLAIM,
                        Permission.CASE_NOTE,
                        Permission.CASE_REPLY,
                        Permission.CASE_CLOSE,
                        Permission.LEVEL_RAISE);
    }

    @Test
    void allFaultsAreSaidAtOnce() throws IOException {
        String broken = shipped()
                .replace("ANALYST:\n  cases: NONE", "ANALYST:\n  cases: EVERYTHING\n  colour: blue")
                .replace("may: [SELF, AWARENESS]", "may: [SELF, AWARENES, CASE_REPLY, QUEUE_READ]")
                .replace("SPECIALIST:\n  cases: INVITED\n  may: [SELF, ", "JANITOR:\n  cases: INVITED\n  may: [")
                .replace("may: [SELF, ROSTER_READ, STAFF_MANAGE", "may: [SELF, CASE_READ, STAFF_MANAGE")
                .replace(
                        "AUDITOR:\n  preset: true\n  cases: SAMPLED\n  may: [SELF",
                        "AUDITOR:\n  preset: true\n  cases: SAMPLED\n  may: [SELF, CASE_CLAIM");

        assertThatThrownBy(() -> RoleFile.parse(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ANALYST: cases: EVERYTHING (expected: one of the reaches)")
                .hasMessageContaining("ANALYST: colour not known")
                .hasMessageContaining("AWARENESS_OFFICER: may: AWARENES is no permission")
                .hasMessageContaining("AWARENESS_OFFICER: QUEUE_READ under may and under may-not")
                .hasMessageContaining("AWARENESS_OFFICER: CASE_REPLY without CASE_READ")
                .hasMessageContaining("JANITOR: no role")
                .hasMessageContaining("SPECIALIST: missing")
                .hasMessageContaining("ADMINISTRATOR: CASE_READ beside STAFF_MANAGE")
                .hasMessageContaining("ADMINISTRATOR: reaches NONE cases")
                .hasMessageContaining("AUDITOR: CASE_CLAIM on sampled cases")
                .hasMessageContaining("AUDITOR: CASE_CLAIM beside AUDIT_READ");
    }

    @Test
    void aRoleTwiceIsRefused() throws IOException {
        String twice = shipped() + "\nANALYST:\n  cases: NONE\n  may: [SELF]\n  may-not: []\n";

        assertThatThrownBy(() -> RoleFile.parse(twice)).hasMessageContaining("no YAML, or a key twice");
    }

    @Test
    void whatIsNoListOfRolesIsRefused() {
        assertThatThrownBy(() -> RoleFile.parse("just words")).hasMessageContaining("no roles");
        assertThatThrownBy(() -> RoleFile.read("nothing.yml")).hasMessageContaining("not on the class path");
    }

    private static String withoutSecondStep(String role) throws IOException {
        return shipped().replaceFirst("(?s)(\\n" + role + ":\\n.*?second-step: )\\[[^]]*]", "$1[]");
    }

    private static String shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(RoleFile.class.getResourceAsStream("roles.yml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
