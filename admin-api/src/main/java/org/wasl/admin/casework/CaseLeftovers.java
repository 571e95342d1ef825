package org.wasl.admin.casework;

/**
 * What a feature keeps of a case outside the case's own document: minutes, visits, referrals, readings. A feature that
 * keeps any offers a bean of this, and it is gone with the case, whatever the case was erased for.
 */
public interface CaseLeftovers {
    /** What it is called where remains are listed: {@code minutes}. Letters and hyphens. */
    String what();

    /** Removes it. Harmless when some or all of it is gone: an erasure that broke off does it again. */
    void forget(CaseNumber number);

    /** Whether anything of it is still in the store, read anew. */
    boolean left(CaseNumber number);
}
