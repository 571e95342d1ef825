package org.wasl.admin.officer;

/** Asks whether two people have opened a shut case to somebody, for as long as that holds. */
@FunctionalInterface
public interface BrokenGlass {
    /** Where nobody ever opens anything. */
    BrokenGlass NEVER = (_, _) -> false;

    /**
     * Whether it is open to them now.
     *
     * @param caseNumber as it is written
     */
    boolean open(StaffId reader, String caseNumber);
}
