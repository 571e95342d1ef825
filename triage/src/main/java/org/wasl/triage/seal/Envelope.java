package org.wasl.triage.seal;

import java.time.Instant;

/**
 * What a sender signs beside the content.
 *
 * @param id what it is about: an intake id, a mailbox id, an officer link
 * @param sequence grows with every entry of one sender about one id; whose sequence was used is a repeat, which the
 *     receiving store decides
 * @param at when it was sealed, by the sender's clock
 */
public record Envelope(String id, long sequence, Instant at) {

    static final int LONGEST_ID = 128;

    @Override
    public String toString() {
        return "Envelope[#" + sequence + ", redacted]";
    }
}
