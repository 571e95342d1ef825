package org.wasl.admin.audit;

/**
 * Something wrong with a chain.
 *
 * @param sequence the entry it was found at
 */
public record Finding(Kind kind, ChainName chain, long sequence) {
    /** What is wrong. */
    public enum Kind {
        /** The entry does not hash to what it says. */
        EDITED,
        /** The entry is not there although later ones are. */
        MISSING,
        /** The entry does not follow the one before it. */
        BROKEN,
        /** Somebody took note of an entry that is no longer there. */
        CUT,
        /** Somebody took note of another entry under this number. */
        FORKED,
        /** A whole chain is gone. */
        CHAIN_MISSING
    }
}
