package org.wasl.triage.mailbox;

import java.util.Optional;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.MalformedBytes;
import org.wasl.triage.seal.SecretOpener;

/** Opens capsules that came back from the desk. What it opens is used at once and forgotten. */
public final class CapsuleOpener {

    private static final int MOST_PEPPER = 1_000_000;

    private final SecretOpener opener;

    public CapsuleOpener(SecretOpener capsuleOpener) {
        this.opener = capsuleOpener;
    }

    /** Empty for a capsule bound to something else, changed, or sealed by a key that is gone. Never throws. */
    public Optional<CapsuleContent> open(Capsule capsule, String boundTo) {
        try {
            return opener.open(capsule.sealed(), CapsuleSealer.context(boundTo)).map(CapsuleOpener::decode);
        } catch (MalformedBytes malformed) {
            return Optional.empty();
        }
    }

    private static CapsuleContent decode(Bytes content) {
        BytesReader in = new BytesReader(content);
        int version = in.version();
        if (version != 1 && version != CapsuleSealer.VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        ChannelAddressText address = new ChannelAddressText(in.text(Limits.CODE), in.text(Limits.CODE));
        Bytes replyKey = in.optional(from -> from.bytes(CapsuleSealer.KEY));
        CapsuleContent read = version == 1
                ? new CapsuleContent(address, replyKey)
                : new CapsuleContent(address, replyKey, in.number(0, MOST_PEPPER), ChatTerms.read(in));
        in.end();
        return read;
    }
}
