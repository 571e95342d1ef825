package org.wasl.admin.partner;

import org.jspecify.annotations.Nullable;
import org.wasl.triage.handover.PartnerKey;

/**
 * How a partner is reached.
 *
 * @param value a number, an address, or whom to ask for
 * @param key the partner's public key for what is handed over, 64 hexadecimal digits; {@code null} where they have none
 */
public record PartnerContact(
        Way way, String value, @Nullable String key) {
    static final int LONGEST = 120;

    /** By what they are reached. */
    public enum Way {
        PHONE,
        EMAIL,
        IN_PERSON
    }

    public PartnerContact {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "contact: " + value.length() + " characters (expected: 1 to " + LONGEST + ")");
        }
        if (way == Way.PHONE && !value.matches("[+0-9][0-9 ]{1,19}")) {
            throw new IllegalArgumentException("contact: no telephone number (expected: digits, at most 20)");
        }
        if (way == Way.EMAIL && !value.matches("[^\\s@]{1,64}@[^\\s@]{3,55}")) {
            throw new IllegalArgumentException("contact: no address (expected: name@domain)");
        }
        if (key != null && !key.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("contact key: (expected: 64 hexadecimal digits)");
        }
    }

    /** What two people compare by telephone before anything is sealed to the key; {@code null} without a key. */
    public @Nullable String fingerprint() {
        return key == null ? null : PartnerKey.fingerprint(key);
    }

    @Override
    public String toString() {
        return "PartnerContact[" + way + ", redacted]";
    }
}
