package org.wasl.admin.officer;

/** Told when somebody's account was closed, so that what they held finds another. Called once, after they are out. */
@FunctionalInterface
public interface Departure {
    /** They hold nothing any more when this returns. */
    void left(StaffId who);
}
