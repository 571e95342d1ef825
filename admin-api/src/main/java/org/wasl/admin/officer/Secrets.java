package org.wasl.admin.officer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Makes what only its holder knows, and the digest under which the store keeps it. */
final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 16;
    /** No vowels and nothing that looks like another sign: read aloud and typed by hand. */
    private static final String CODE_SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 10;

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits for a cookie or a one-time sign-in. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    StaffId staffId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return new StaffId(HexFormat.of().formatHex(bytes));
    }

    /** Ten signs, 48 bits: good for fifteen minutes and one use. */
    String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_SIGNS.charAt(random.nextInt(CODE_SIGNS.length())));
        }
        return code.toString();
    }

    /** What is kept instead of the secret. Tokens are random, so a plain hash is enough. */
    static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256: not in this Java", e);
        }
    }

    /** A code as it was typed: in small letters, with spaces or dashes. */
    static String codeDigest(String typed) {
        return digest(typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }
}
