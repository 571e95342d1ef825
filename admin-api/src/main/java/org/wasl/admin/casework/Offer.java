package org.wasl.admin.casework;

import java.time.Instant;
import org.wasl.admin.officer.StaffId;

/**
 * A case given to somebody who has not said yet whether they take it.
 *
 * @param from who gave it, and to whom it goes back
 * @param answerBy after this it is offered to the next
 */
public record Offer(StaffId to, StaffId from, Instant at, Instant answerBy) {}
