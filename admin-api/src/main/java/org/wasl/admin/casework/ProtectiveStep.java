package org.wasl.admin.casework;

import java.util.Arrays;
import java.util.List;
import org.wasl.triage.report.Level;

/**
 * What staff say was done first to protect somebody. An L1 has one of four outcomes (domain table 7.1); below it, having
 * spoken with the person safely and having sent an officer are steps too.
 */
public enum ProtectiveStep {
    /** A patrol or the emergency centre took it over: who, and when. */
    PATROL_TOOK_OVER,
    /** They are in the chat and want nobody to come. */
    IN_CHAT_NOBODY_TO_COME,
    /** Nobody knows where they are; they are kept in the chat. */
    NO_PLACE_KEPT_IN_CHAT,
    /** They are safe at this moment. */
    SAFE_NOW,
    /** Somebody spoke with them when it was safe, by telephone or at the desk. */
    SAFE_CONTACT_MADE,
    OFFICER_TASKED;

    /** Those that may be the first step at this level. */
    public static List<ProtectiveStep> at(Level level) {
        return Arrays.stream(values()).filter(step -> step.fits(level)).toList();
    }

    boolean fits(Level level) {
        return level != Level.L1_IMMEDIATE || compareTo(SAFE_NOW) <= 0;
    }

    /** Whether somebody goes there, who may be named by their unit or call sign. */
    public boolean sends() {
        return this == PATROL_TOOK_OVER || this == OFFICER_TASKED;
    }

    /** Whether who and when have to be said. */
    public boolean handsOver() {
        return this == PATROL_TOOK_OVER;
    }
}
