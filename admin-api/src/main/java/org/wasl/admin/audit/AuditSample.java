package org.wasl.admin.audit;

import java.util.Locale;
import org.wasl.triage.seal.MacKey;

/**
 * Which cases an auditor looks into. Drawn by the key of the chains, so nobody who works on a case can tell whether it
 * is one of them, and the same on every node and at every time.
 */
public final class AuditSample {
    /** Of the sixteen-bit numbers a case can draw. */
    private static final int NUMBERS = 1 << 16;

    private static final int HEX = 16;
    private static final int DIGITS = 4;
    private static final int HUNDRED = 100;

    private final MacKey key;
    private final int percent;

    AuditSample(AuditKey key, int percent) {
        this.key = MacKey.of(MacKey.of(key.key()).mac(org.wasl.triage.seal.Bytes.ofUtf8("wasl/audit-sample/v1")));
        this.percent = percent;
    }

    /** Whether a case is one of the sample. */
    public boolean holds(String caseNumber) {
        String drawn = key.hex("audit sample", caseNumber.toUpperCase(Locale.ROOT));
        return Integer.parseInt(drawn.substring(0, DIGITS), HEX) * HUNDRED < percent * NUMBERS;
    }
}
