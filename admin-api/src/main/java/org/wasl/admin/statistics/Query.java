package org.wasl.admin.statistics;

import java.time.Instant;
import org.wasl.admin.officer.StaffId;

/**
 * One question somebody asked of the counts.
 *
 * @param what quarter and cross, as {@code 2026-Q3 CASES LEVEL×CATEGORY}
 * @param answered whether it was answered, or refused
 */
record Query(Instant at, StaffId by, String what, boolean answered) {}
