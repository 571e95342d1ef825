package org.wasl.admin.officer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes and compares passwords. Somebody unknown costs as long as somebody known. */
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** 19 MiB, two passes, one lane: OWASP's second choice of parameters for Argon2id. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private static final Argon2PasswordEncoder ENCODER =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    /** Slow to make: once for all. */
    private static final String NOBODYS = hash("nobody has this password");

    /** Whether a password may be set at all. */
    static boolean acceptable(String password, String username) {
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && !password.equalsIgnoreCase(username)
                && password.chars().distinct().count() > SHORTEST / 3;
    }

    String encode(String password) {
        return hash(password);
    }

    private static String hash(String password) {
        String hash = ENCODER.encode(password);
        if (hash == null) {
            throw new IllegalStateException("argon2: no hash");
        }
        return hash;
    }

    boolean matches(String password, @Nullable String hash) {
        boolean same = ENCODER.matches(password, hash == null ? NOBODYS : hash);
        return same && hash != null;
    }
}
