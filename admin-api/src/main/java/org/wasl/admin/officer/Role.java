package org.wasl.admin.officer;

import java.util.List;
import java.util.Set;

/**
 * What staff are given. What each may, may not and reaches stands in {@code roles.yml} beside this type, read and
 * checked once when the first of them is used. The administrator reads no case: who runs the machine is not who reads
 * the reports.
 */
public enum Role {
    OPERATOR,
    SUPERVISOR,
    /** Community police. */
    OFFICER,
    ADMINISTRATOR,
    COORDINATOR,
    AUDITOR,
    /** Triage lead of a shift. */
    SENIOR_OPERATOR,
    AWARENESS_OFFICER,
    /** For violence against women, mind, law or children; asked to single cases. */
    SPECIALIST,
    /** Outside the chain of command. */
    INTERNAL_AFFAIRS,
    ANALYST,
    /** Called when nobody below answered, checked in or not. */
    DUTY_OFFICER;

    /** The permissions this role carries. */
    public Set<Permission> permissions() {
        return rights().may();
    }

    /** Whether every one of these is held. */
    public boolean may(Permission... all) {
        return permissions().containsAll(List.of(all));
    }

    /** Whether it must never be given this, whoever asks. */
    public boolean never(Permission permission) {
        return rights().mayNot().contains(permission);
    }

    /** Which cases it reaches at all. */
    public CaseReach reach() {
        return rights().cases();
    }

    /** Which kinds of a second step it asks for, the one to be preferred first; none where it asks for none. */
    List<FactorKind> secondSteps() {
        return rights().secondSteps();
    }

    /** Whether staff of this role look through the queue, beyond what is theirs. */
    public boolean browses() {
        return switch (reach()) {
            case SHIFT, SUPERVISED, REGION -> true;
            case NONE, OWN, INVITED, CONFLICT, SAMPLED -> false;
        };
    }

    /** One of the five every desk starts with, and the administrator. */
    public boolean preset() {
        return rights().preset();
    }

    RoleRights rights() {
        return RoleBook.shipped().of(this);
    }
}
