package org.wasl.admin.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;
import org.wasl.triage.seal.MacKey;

/** Seals destruction records with a key that lies outside the store, as that of the audit chains. */
final class RecordSeal {
    private final MacKey key;

    /** Derives a key of its own, so that no record passes for a link of a chain. */
    RecordSeal(AuditKey audit) {
        key = MacKey.of(MacKey.of(audit.key()).mac(Bytes.ofUtf8("wasl/destruction-record/v1")));
    }

    DestructionRecord sealed(DestructionRecord made) {
        return made.sealed(seal(made.statement()));
    }

    /** Whether it is as it was sealed. */
    boolean holds(DestructionRecord made) {
        return holds(made.statement(), made.seal());
    }

    boolean holds(String statement, String sealed) {
        return MessageDigest.isEqual(
                seal(statement).getBytes(StandardCharsets.US_ASCII), sealed.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands on the audit chain of it. */
    static String digest(DestructionRecord made) {
        return Digest.of(Bytes.ofUtf8(made.statement() + "\nseal " + made.seal()))
                .toHex();
    }

    private String seal(String statement) {
        return key.hex("destruction record", statement);
    }
}
