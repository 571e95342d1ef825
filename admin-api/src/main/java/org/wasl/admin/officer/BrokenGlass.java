package org.wasl.admin.officer;

/** Asks whether two people have opened a shut case to somebody, for as long as that holds. */
public interface BrokenGlass {
    /** Where nobody ever opens anything. */
    BrokenGlass NEVER = new BrokenGlass() {
        @Override
        public boolean open(StaffId reader, String caseNumber) {
            return false;
        }

        @Override
        public void forget(String caseNumber) {}

        @Override
        public boolean knows(String caseNumber) {
            return false;
        }
    };

    /**
     * Whether it is open to them now.
     *
     * @param caseNumber as it is written
     */
    boolean open(StaffId reader, String caseNumber);

    /** Forgets every opening of a case that is gone, asked for or over. The audit chain goes on saying that they were. */
    void forget(String caseNumber);

    /** Whether any opening of it is kept, read anew. */
    boolean knows(String caseNumber);
}
