package org.wasl.admin.casework;

import java.time.LocalDate;

/**
 * All that stays of an erased case: that there was one of this number, and that it is gone.
 *
 * @param day when it was erased, by UTC
 * @param key names the data key that was destroyed; empty where it was gone already
 * @param cause {@link #ASKED}, or the name of the list it was destroyed by
 */
public record Tombstone(CaseNumber number, LocalDate day, String key, String cause) {
    /** The person took it back. */
    public static final String ASKED = "asked";
}
