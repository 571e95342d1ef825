package org.wasl.triage.handover;

import java.util.ArrayList;
import java.util.List;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/** How a partner's public key is compared by voice. */
public final class PartnerKey {
    private static final int DIGITS = 32;
    private static final int GROUP = 4;

    private PartnerKey() {}

    /** 128 bits of a digest, in groups of four. The same on both sides. */
    public static String fingerprint(String publicKey) {
        String digest = Digest.of(Bytes.ofUtf8("wasl/partner-key/v1:" + publicKey))
                .toHex()
                .substring(0, DIGITS);
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < DIGITS; at += GROUP) {
            groups.add(digest.substring(at, at + GROUP));
        }
        return String.join(" ", groups);
    }
}
