package org.wasl.admin.audit;

/**
 * How far a chain had come and what it hashed to: what an auditor writes down, and what other chains take note of.
 *
 * @param sequence the last entry's number, counting from 1; 0 for a chain without entries
 * @param hash the last entry's hash, 64 hex digits
 */
public record ChainHead(ChainName chain, long sequence, String hash) {
    private static final int PARTS = 3;

    /** {@code desk-1/000012:4711:hash}, as it is shown, printed and sent. */
    public String value() {
        return chain.value() + ":" + sequence + ":" + hash;
    }

    /** Reads what {@link #value()} wrote. Throws for anything else. */
    public static ChainHead parse(String value) {
        String[] parts = value.strip().split(":", -1);
        if (parts.length != PARTS || !parts[2].matches("[0-9a-f]{64}") || !parts[1].matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("head: (expected: node/epoch:sequence:hash)");
        }
        return new ChainHead(ChainName.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }
}
