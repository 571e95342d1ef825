package org.wasl.admin.officer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rights of every role. One that contradicts itself is never made: all that is wrong is said at once. */
final class RoleBook {
    private static final Set<Permission> WRITES_TO_CASES = EnumSet.of(
            Permission.CASE_CLAIM,
            Permission.CASE_REPLY,
            Permission.CASE_ASSIGN,
            Permission.LEVEL_RAISE,
            Permission.LEVEL_LOWER,
            Permission.CASE_CLOSE,
            Permission.CASE_NOTE,
            Permission.CALL_ENTER,
            Permission.CASE_PARK,
            Permission.CASE_MERGE,
            Permission.CASE_RECODE,
            Permission.VISIT,
            Permission.REFER);

    private static final Set<Permission> NEEDS_CASES = EnumSet.of(Permission.CASE_READ, Permission.CASE_CLAIM);

    private final Map<Role, RoleRights> rights;

    private RoleBook(Map<Role, RoleRights> rights) {
        this.rights = rights;
    }

    /** What the jar holds. */
    static RoleBook shipped() {
        return Shipped.BOOK;
    }

    /**
     * Makes a book of these, or throws with everything that is wrong with them.
     *
     * @param read what was read
     * @param problems what was wrong with the reading itself
     */
    static RoleBook of(List<RoleRights> read, List<String> problems) {
        List<String> wrong = new ArrayList<>(problems);
        Map<Role, RoleRights> rights = new EnumMap<>(Role.class);
        for (RoleRights one : read) {
            if (rights.put(one.role(), one) != null) {
                wrong.add(one.role() + ": twice");
            }
            check(one, wrong);
        }
        for (Role role : Role.values()) {
            if (!rights.containsKey(role)) {
                wrong.add(role + ": missing");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("roles.yml: " + String.join("; ", wrong));
        }
        return new RoleBook(rights);
    }

    RoleRights of(Role role) {
        RoleRights found = rights.get(role);
        if (found == null) {
            throw new IllegalStateException("role: " + role + " (expected: one of the book)");
        }
        return found;
    }

    private static void check(RoleRights one, List<String> wrong) {
        Role role = one.role();
        EnumSet<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(one.may());
        both.retainAll(one.mayNot());
        both.forEach(permission -> wrong.add(role + ": " + permission + " under may and under may-not"));
        if (!one.may().contains(Permission.SELF)) {
            wrong.add(role + ": SELF not under may");
        }
        boolean readsCases = one.may().contains(Permission.CASE_READ);
        if (readsCases == (one.cases() == CaseReach.NONE)) {
            wrong.add(role + ": reaches " + one.cases() + " cases (expected: NONE without CASE_READ, and only then)");
        }
        if (one.secondSteps().isEmpty() && (readsCases || one.may().contains(Permission.STAFF_MANAGE))) {
            wrong.add(role + ": no second-step (expected: one for whoever reads cases or keeps accounts)");
        }
        separate(one, Permission.STAFF_MANAGE, NEEDS_CASES, wrong);
        separate(one, Permission.AUDIT_READ, WRITES_TO_CASES, wrong);
        if (one.cases() == CaseReach.SAMPLED) {
            WRITES_TO_CASES.stream()
                    .filter(one.may()::contains)
                    .forEach(permission -> wrong.add(role + ": " + permission + " on sampled cases"));
        }
        if (!readsCases) {
            WRITES_TO_CASES.stream()
                    .filter(one.may()::contains)
                    .forEach(permission -> wrong.add(role + ": " + permission + " without CASE_READ"));
        }
    }

    /** Who holds the one must hold none of the others: it takes two people to misuse both. */
    private static void separate(RoleRights one, Permission held, Set<Permission> apart, List<String> wrong) {
        if (one.may().contains(held)) {
            apart.stream()
                    .filter(one.may()::contains)
                    .forEach(permission -> wrong.add(one.role() + ": " + permission + " beside " + held));
        }
    }

    private static final class Shipped {
        private static final RoleBook BOOK = RoleFile.read("roles.yml");
    }
}
