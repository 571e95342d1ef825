package org.wasl.admin.referral;

import java.time.Instant;
import org.wasl.admin.officer.StaffId;

/**
 * A consent, or a refusal, that a member of staff asked the person for and wrote down. It stands beside those given in
 * the chat; of one scope the last word counts, wherever it was said.
 *
 * @param scope what was agreed to: {@code referral} for partners that help, {@code referral:<partner>} for one of them,
 *     {@code words}, {@code name}, {@code open-contact}, {@code contact}, {@code visit}...
 * @param textVersion name of the words that were read out or sent
 * @param locale in which they were said
 * @param channel how it was asked: the chat's kind, {@code phone} or {@code walk-in}
 * @param by who asked
 */
public record DeskConsent(
        String scope, boolean granted, String textVersion, String locale, Instant at, String channel, StaffId by) {

    /** A scope for one partner alone. */
    public static String to(String partner) {
        return REFERRAL + ":" + partner;
    }

    /** Being passed to partners that help. */
    public static final String REFERRAL = "referral";

    /** Being passed to the authority of the other territory. */
    public static final String TRANSFER = "transfer";

    /** Being asked later how they fare. */
    public static final String FOLLOW_UP = "follow-up";
}
