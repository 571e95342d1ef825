package org.wasl.admin.audit;

/** One entry where it stands in its chain. */
record ChainLink(ChainName chain, long sequence, String former, AuditEntry entry, String hash) {
    ChainHead head() {
        return new ChainHead(chain, sequence, hash);
    }
}
