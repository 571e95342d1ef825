package org.wasl.triage.mailbox;

import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.Context;
import org.wasl.triage.seal.SecretSealer;

/** Makes capsules, which the desk keeps and cannot open. */
public final class CapsuleSealer {

    static final int VERSION = 1;

    static final int KEY = 32;

    private final SecretSealer sealer;

    public CapsuleSealer(SecretSealer capsuleSealer) {
        this.sealer = capsuleSealer;
    }

    /**
     * @param replyKey the mailbox's private reply key; {@code null} for an officer, and while no receipt was derived
     * @param boundTo the mailbox id, or the officer link, or the intake id while there is no mailbox
     */
    public Capsule seal(ChannelAddressText address, @Nullable Bytes replyKey, String boundTo) {
        Bytes content = new BytesWriter()
                .version(VERSION)
                .text(address.kind(), Limits.CODE)
                .text(address.address(), Limits.CODE)
                .optional(replyKey, (out, key) -> out.bytes(key, KEY))
                .written();
        return new Capsule(sealer.seal(content, context(boundTo)));
    }

    static Context context(String boundTo) {
        return Context.of("wasl/capsule/v1", "capsule", boundTo);
    }
}
