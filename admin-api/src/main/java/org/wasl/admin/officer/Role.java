package org.wasl.admin.officer;

import static org.wasl.admin.officer.Permission.*;

import java.util.List;
import java.util.Set;

/** The presets staff are given. The administrator reads no case: who runs the machine is not who reads the reports. */
public enum Role {
    OPERATOR(SELF, QUEUE_READ, CASE_READ, CASE_CLAIM, CASE_REPLY, CASE_ASSIGN, LEVEL_RAISE, ROSTER_READ),
    SUPERVISOR(
            SELF,
            QUEUE_READ,
            CASE_READ,
            CASE_CLAIM,
            CASE_REPLY,
            CASE_ASSIGN,
            LEVEL_RAISE,
            LEVEL_LOWER,
            CASE_CLOSE,
            ROSTER_READ,
            AUDIT_VERIFY),
    OFFICER(SELF, QUEUE_READ, CASE_READ, CASE_CLAIM, CASE_REPLY),
    ADMINISTRATOR(SELF, ROSTER_READ, STAFF_MANAGE, AUDIT_VERIFY);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    /** The permissions this role carries. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether every one of these is held. */
    public boolean may(Permission... all) {
        return permissions.containsAll(List.of(all));
    }
}
