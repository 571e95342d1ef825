package org.wasl.triage.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the desk's keys are wrapped with on disk: 32 random bytes that must not lie on the same disk. Unwrapping happens
 * once, at start.
 */
public final class DeskSecret {

    private static final int SIZE = 32;

    private final Bytes value;

    private DeskSecret(Bytes value) {
        this.value = value;
    }

    /** Of 64 hex digits, as {@code openssl rand -hex 32} prints them; white space around them is allowed. */
    public static DeskSecret of(String hex) {
        String digits = hex.strip();
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(
                    "desk secret: " + digits.length() + " characters (expected: 64 hex digits)");
        }
        return new DeskSecret(Bytes.ofHex(digits));
    }

    /** Of a file that only its owner may read. */
    public static DeskSecret ofFile(Path file) {
        KeyProblems.throwIfAny(OwnFolder.at(file).tooOpen());
        try {
            if (Files.size(file) > 1024) {
                throw new IllegalArgumentException("desk secret " + file + ": too large (expected: 64 hex digits)");
            }
            return of(Files.readString(file));
        } catch (IOException failed) {
            throw new IllegalArgumentException("desk secret " + file + ": cannot be read");
        }
    }

    /** Makes the file when it is not there; for trial, where it lies beside what it protects. */
    public static DeskSecret ofFileOrNew(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null) {
                throw new IllegalArgumentException("desk secret " + file + ": no folder");
            }
            byte[] fresh = new byte[SIZE];
            random.nextBytes(fresh);
            OwnFolder.create(folder)
                    .writeNew(
                            String.valueOf(file.getFileName()),
                            Bytes.ofUtf8(HexFormat.of().formatHex(fresh) + "\n").toArray());
        }
        return ofFile(file);
    }

    /** The wrapping key of one file. */
    Bytes keyFor(String file) {
        return MacKey.of(value)
                .mac(Bytes.copyOf(
                        Context.of("wasl/desk-secret/v1", "wrap", file).encoded()));
    }

    @Override
    public String toString() {
        return "DeskSecret[redacted]";
    }
}
