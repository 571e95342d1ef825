package org.wasl.admin.casework;

import java.util.List;

/**
 * Where a case stands in the store beside its own document: names and hashes, nothing anybody wrote. Told before the
 * case is erased, since afterwards nobody can tell, so that its being gone can be looked at piece by piece.
 *
 * @param key names the data key; the same after the key was wrapped anew. Empty when it was gone before
 * @param intake ids of its reports, of which a tombstone each stays
 * @param mailboxes hashes
 * @param blobs attachments that came whole
 * @param attachments ids of everything sent beside words
 * @param accused its keys in the blind index
 * @param tied numbers of the cases that say they are bound to it
 */
public record CaseRemains(
        CaseNumber number,
        String key,
        List<String> intake,
        List<String> mailboxes,
        List<String> blobs,
        List<String> attachments,
        List<String> accused,
        List<String> tied) {

    public CaseRemains {
        intake = List.copyOf(intake);
        mailboxes = List.copyOf(mailboxes);
        blobs = List.copyOf(blobs);
        attachments = List.copyOf(attachments);
        accused = List.copyOf(accused);
        // What was written down before cases were untied has none.
        tied = tied == null ? List.of() : List.copyOf(tied);
    }

    /** Of a case whose document is gone: all that is known is its number. */
    public static CaseRemains unknown(CaseNumber number) {
        return new CaseRemains(number, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public String toString() {
        return "CaseRemains[" + number + ", redacted]";
    }
}
