package org.wasl.admin.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over everything an entry says and where it stands. Every field is preceded by its length, so no two
 * entries are written alike.
 */
final class ChainHash {
    private static final String FORMAT = "wasl/audit/v1";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    ChainHash(AuditKey key) {
        this.key = new SecretKeySpec(key.key().toArray(), ALGORITHM);
    }

    /** What the first entry of a chain is chained to. */
    String root(ChainName chain) {
        return hmac(FORMAT, "root", chain.value());
    }

    ChainLink link(ChainName chain, long sequence, String former, AuditEntry entry) {
        return new ChainLink(chain, sequence, former, entry, hash(chain, sequence, former, entry));
    }

    boolean holds(ChainLink link) {
        return hash(link.chain(), link.sequence(), link.former(), link.entry()).equals(link.hash());
    }

    private String hash(ChainName chain, long sequence, String former, AuditEntry entry) {
        return hmac(
                FORMAT,
                chain.value(),
                Long.toString(sequence),
                former,
                entry.id(),
                entry.at().toString(),
                entry.actor(),
                entry.act().name(),
                entry.subject(),
                entry.outcome().name(),
                entry.digest());
    }

    private String hmac(String... fields) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            written.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            written.writeBytes(bytes);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(written.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256: not in this Java", e);
        }
    }
}
