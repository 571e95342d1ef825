package org.wasl.admin.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.DeskRule;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.RouteRule;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** Writes the matrix of rights. Nothing in it is typed by hand but the explanations. */
final class AccessMatrix {
    private static final StaffId READER = new StaffId("a".repeat(32));
    private static final StaffId OTHER = new StaffId("b".repeat(32));
    private static final Scope HERE = Scope.NONE.in(Set.of(Governorate.BA)).speaking("ar");

    /** One kind of case, as far as access hangs on it. */
    record Situation(
            String name, Level level, boolean claimed, boolean restricted, boolean conflict, boolean cleared) {}

    static final List<Situation> SITUATIONS = Stream.of(
                    pair("nobody has claimed it", Level.L3_URGENT, false),
                    pair("L1 or L2, nobody has claimed it", Level.L1_IMMEDIATE, false),
                    pair("claimed by another team", Level.L1_IMMEDIATE, true))
            .flatMap(List::stream)
            .toList();

    private AccessMatrix() {}

    private static List<Situation> pair(String name, Level level, boolean claimed) {
        return List.of(
                new Situation(name, level, claimed, false, false, true),
                new Situation(name + ", restricted", level, claimed, true, false, true),
                new Situation(name + ", security forces", level, claimed, false, true, true),
                new Situation(name + ", security forces, nobody cleared on duty", level, claimed, false, true, false));
    }

    static String document() {
        StringBuilder text = new StringBuilder();
        text.append("# Who may do what\n\n");
        text.append("Generated from `roles.yml`, the routes, the desks and `AccessRule`; `AccessMatrixTest` fails when"
                + " this page is stale. Write it anew with `-Dwasl.update`. Every refusal of a route stands in the audit"
                + " chain as `ROUTE_REFUSED`, every refusal of a case as `CASE_READ` or `CASE_CHANGED` with the outcome"
                + " `REFUSED`.\n\n");
        roles(text);
        cases(text);
        routes(text);
        desks(text);
        return text.toString();
    }

    private static void roles(StringBuilder text) {
        text.append("## Permissions\n\n`x` may, `!` must never be given: a role with both does not start.\n\n");
        header(text, "permission");
        for (Permission permission : Permission.values()) {
            row(text, permission.name(), role -> role.may(permission) ? "x" : role.never(permission) ? "!" : "");
        }
        row(text, "reaches cases", role -> role.reach().name().toLowerCase(java.util.Locale.ROOT));
        text.append('\n');
    }

    private static void cases(StringBuilder text) {
        text.append("## Cases\n\nEverybody on duty, not in the case's team and not called out to it. Own: the case's"
                + " governorate is in their scope. `R` reads it, `B` reads it as break-glass, `C` may claim it without"
                + " having read it, `e` sees that there is one, `-` sees nothing. Two people may turn any of these into"
                + " `B` for half an hour, for whoever may read cases at all; the team always reads, whoever has to keep"
                + " away never. An auditor reads such a case where the sample holds it; a supervisor reads what is in"
                + " the scope of nobody on duty. Who serves in the governorate of a case about the security forces, in"
                + " the unit of a colleague it names, or above or below that unit, sees nothing of it.\n\n");
        header(text, "case");
        for (Situation situation : SITUATIONS) {
            for (boolean own : new boolean[] {true, false}) {
                row(
                        text,
                        situation.name() + (own ? "; own" : "; other governorate"),
                        role -> String.valueOf(cell(role, situation, own)));
            }
        }
        text.append('\n');
    }

    private static void routes(StringBuilder text) {
        text.append("## Routes\n\n");
        header(text, "route");
        RouteRule.described("org.wasl.admin").stream()
                .filter(route -> !route.method().startsWith("UnguardedController"))
                .forEach(route -> row(
                        text,
                        "`" + route.address() + "`",
                        role -> route.open() ? "open" : role.may(route.asked()) ? "x" : ""));
        text.append('\n');
    }

    private static void desks(StringBuilder text) {
        text.append("## Desks\n\nWhat each method that is told who calls asks, as its compiled code says.\n\n");
        text.append("| method | asks |\n|---|---|\n");
        Map<String, Set<String>> asked = DeskRule.asked("classpath*:org/wasl/admin/*/*Desk.class");
        asked.forEach((method, asks) -> text.append("| ")
                .append(method)
                .append(" | ")
                .append(String.join(", ", asks))
                .append(" |\n"));
    }

    private static void header(StringBuilder text, String first) {
        String names = Stream.of(Role.values())
                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" | "));
        text.append("| ").append(first).append(" | ").append(names).append(" |\n|---|");
        text.append("---|".repeat(Role.values().length)).append('\n');
    }

    private static void row(StringBuilder text, String first, java.util.function.Function<Role, String> cell) {
        text.append("| ").append(first).append(" |");
        for (Role role : Role.values()) {
            text.append(' ').append(cell.apply(role)).append(" |");
        }
        text.append('\n');
    }

    static char cell(Role role, Situation situation, boolean own) {
        CurrentStaff staff = new CurrentStaff(READER, "Reader", role, HERE, true);
        AccessRule.Door door = new AccessRule.Door(
                situation.restricted(),
                situation.conflict(),
                situation.level(),
                Guarded.NOTHING.with(own ? "IQ-BA" : "IQ-BG"),
                own ? "IQ-BA" : "IQ-BG",
                Set.of(situation.restricted() ? Category.CHI : Category.DV),
                !situation.claimed(),
                situation.claimed() ? Set.of(OTHER) : Set.of(),
                Set.of(),
                false,
                _ -> false);
        return switch (AccessRule.decide(staff, door, new EverybodyOnDuty(situation.cleared()))) {
            case OPEN -> 'R';
            case BREAK_GLASS -> 'B';
            case CLAIM_FIRST -> 'C';
            case CLOSED -> CaseAccess.theirs(staff, door.place(), door.about(), door.conflict()) ? 'e' : '-';
        };
    }

    private record EverybodyOnDuty(boolean cleared) implements AccessRule.Around {
        @Override
        public boolean onDuty(StaffId staff) {
            return true;
        }

        @Override
        public boolean clearedOnDuty(Guarded guarded) {
            return cleared;
        }

        @Override
        public boolean coveredOnDuty(AccessRule.Door door) {
            return true;
        }

        @Override
        public boolean glassBroken(StaffId staff) {
            return false;
        }

        @Override
        public boolean sampled() {
            return false;
        }
    }
}
