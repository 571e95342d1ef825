package org.wasl.triage.handover;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Refusal;
import org.wasl.triage.seal.SignedOpener;
import org.wasl.triage.seal.Verifier;

/** Opens what a {@link BundleSealer} made, with the partner's private key, and believes it only from the right desk. */
final class BundleOpener {
    private static final int LONGEST_HEAD = BundleSealer.FIRST_LINE.length() + 66;

    private final SignedOpener opener;

    /**
     * @param privateKey the partner's X25519 key, 32 bytes
     * @param sender the desk's public signing keyset
     */
    public BundleOpener(Bytes privateKey, Verifier sender) {
        opener = new SignedOpener(Opener.ofRaw(privateKey), sender);
    }

    /** The content, and in its envelope the reference and when it was made. Never throws, whatever the bytes. */
    public Opening<Bytes> open(Bytes file) {
        byte[] bytes = file.toArray();
        int first = lineEnd(bytes, 0);
        int second = first < 0 ? -1 : lineEnd(bytes, first + 1);
        if (second < 0) {
            return new Opening.Refused<>(Refusal.MALFORMED);
        }
        String line = new String(bytes, 0, first, StandardCharsets.US_ASCII);
        String reference = new String(bytes, first + 1, second - first - 1, StandardCharsets.US_ASCII);
        if (!line.equals(BundleSealer.FIRST_LINE) || !reference.matches(BundleSealer.REFERENCE)) {
            return new Opening.Refused<>(Refusal.MALFORMED);
        }
        return opener.open(
                Bytes.copyOf(Arrays.copyOfRange(bytes, second + 1, bytes.length)),
                BundleSealer.context(reference),
                Function.identity());
    }

    private static int lineEnd(byte[] bytes, int from) {
        for (int at = from; at < Math.min(bytes.length, LONGEST_HEAD + 2); at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "BundleOpener[redacted]";
    }
}
