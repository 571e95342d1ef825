package org.wasl.triage.mailbox;

import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.MacKey;
import org.wasl.triage.seal.Opener;
import org.wasl.triage.seal.Peppers;
import org.wasl.triage.seal.Signer;

/**
 * Turns a receipt into the mailboxes it may open, one for each living pepper. One run of Argon2id, 65 to 90 ms and 19 MiB,
 * whatever the number of peppers: to be run on a bounded pool, never inside a turn.
 *
 * <p>The parameters are frozen as v1; other ones would be other receipts.
 */
public final class ReceiptKeys {

    /** OWASP's least for Argon2id with one lane: 19 MiB and two passes. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int KEY = 32;
    private static final int ID = 16;
    private static final Bytes SALT = Bytes.ofUtf8("wasl/receipt/v1");

    private final Peppers peppers;

    public ReceiptKeys(Peppers peppers) {
        this.peppers = peppers;
    }

    /** Newest pepper first: the first is a new receipt's mailbox, any of them may be an old one's. Slow. */
    public List<MailboxKeys> derive(Receipt receipt) {
        Bytes root = root(receipt);
        return peppers.versions().stream()
                .map(version -> keys(root, peppers.pepper(version), version))
                .toList();
    }

    private static Bytes root(Receipt receipt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(SALT.toArray())
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .build());
        byte[] root = new byte[KEY];
        argon2.generateBytes(Bytes.ofUtf8(receipt.digits()).toArray(), root);
        return Bytes.copyOf(root);
    }

    private static MailboxKeys keys(Bytes root, MacKey pepper, int version) {
        Bytes peppered = pepper.mac(root);
        String id = Derivation.expand(peppered, "mailbox id", ID).toHex();
        return ofReplyKey(id, Derivation.expand(peppered, "reply key", KEY), version);
    }

    /** The whole mailbox from what a capsule keeps of it. */
    static MailboxKeys ofReplyKey(String id, Bytes replyKey, int version) {
        Bytes signKey = signKeyOf(replyKey);
        return new MailboxKeys(
                new MailboxAddress(id, Opener.publicKeyOf(replyKey), Signer.publicKeyOf(signKey), version),
                replyKey,
                signKey);
    }

    /**
     * The signing half that belongs to a reply key. It is derived from it, so that a capsule, which holds the reply key,
     * is enough to withdraw or erase; the other way round nothing follows.
     */
    public static Bytes signKeyOf(Bytes privateReplyKey) {
        return Derivation.expand(privateReplyKey, "sign key", KEY);
    }
}
