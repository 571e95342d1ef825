package org.wasl.admin.audit;

import java.time.Instant;
import java.util.List;

/**
 * What reading every chain from its first entry to its last has shown.
 *
 * @param heads how far each chain goes: what an auditor writes down for the next time
 * @param entries how many entries were read
 * @param compared how many heads noted elsewhere were compared
 */
public record Verification(Instant at, List<ChainHead> heads, long entries, long compared, List<Finding> findings) {
    public boolean intact() {
        return findings.isEmpty();
    }
}
