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

    /** Version 1 had no pepper and no terms; it stays readable. */
    static final int VERSION = 2;

    static final int KEY = 32;

    private final SecretSealer sealer;

    public CapsuleSealer(SecretSealer capsuleSealer) {
        this.sealer = capsuleSealer;
    }

    /**
     * @param boundTo the mailbox id, or the officer link, or the intake id while there is no mailbox
     */
    public Capsule seal(CapsuleContent content, String boundTo) {
        BytesWriter out = new BytesWriter()
                .version(VERSION)
                .text(content.address().kind(), Limits.CODE)
                .text(content.address().address(), Limits.CODE)
                .optional(content.replyKey(), (to, key) -> to.bytes(key, KEY))
                .number(content.pepper());
        content.terms().write(out);
        return new Capsule(sealer.seal(out.written(), context(boundTo)));
    }

    /** Without terms: an officer's, or one of a chat that asked for nothing. */
    public Capsule seal(ChannelAddressText address, @Nullable Bytes replyKey, String boundTo) {
        return seal(new CapsuleContent(address, replyKey), boundTo);
    }

    static Context context(String boundTo) {
        return Context.of("wasl/capsule/v1", "capsule", boundTo);
    }
}
