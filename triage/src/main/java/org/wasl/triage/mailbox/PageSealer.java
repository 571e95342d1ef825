package org.wasl.triage.mailbox;

import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.Sealer;

/**
 * Seals a receipt to one page of the console that holds its key for a moment: HPKE (RFC 9180), base mode, DHKEM(P-256,
 * HKDF-SHA256), HKDF-SHA256, AES-256-GCM, which a browser opens by itself. What carries it cannot open it.
 */
public final class PageSealer {

    /**
     * The digits for this page and this question alone.
     *
     * @param pageKey a point of P-256, uncompressed, 65 bytes
     * @throws IllegalArgumentException when it is no such point
     */
    public Bytes seal(Receipt receipt, String askId, Bytes pageKey) {
        return Sealer.ofPage(pageKey).seal(Bytes.ofUtf8(receipt.digits()), context(askId));
    }

    /** Whether it can be sealed to at all. */
    public static boolean usable(Bytes pageKey) {
        try {
            Sealer.ofPage(pageKey);
            return true;
        } catch (IllegalArgumentException noPoint) {
            return false;
        }
    }

    static Context context(String askId) {
        return Context.of("wasl/page/v1", "receipt", askId);
    }
}
