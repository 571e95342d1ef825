package org.wasl.bot.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One atomic step of the store: a Lua file whose head states its contract, with the shared checks before it. */
enum Script {
    ACCEPT("accept"),
    LEASE("lease"),
    STEP("step"),
    EXPIRE("expire"),
    BOX("box"),
    TELL("tell");

    private final byte[] text;
    private final byte[] sha;

    Script(String name) {
        this.text = (read("checks") + read(name)).getBytes(StandardCharsets.UTF_8);
        this.sha = HexFormat.of().formatHex(sha1(text)).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] text() {
        return text.clone();
    }

    byte[] sha() {
        return sha.clone();
    }

    private static String read(String name) {
        String path = "/redis/lua/" + name + ".lua";
        try (InputStream in = Script.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("script " + path + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Redis names scripts by SHA-1; nothing here rests on its strength. */
    private static byte[] sha1(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
