package org.wasl.config.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A file with one secret in it, readable by its owner only. */
public final class SecretFile {

    private static final int SECRET_BYTES = 32;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SecretFile() {}

    /** The secret of an existing file, or 256 fresh bits in hex, on disk before they are returned. */
    public static String readOrMake(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            return read(file);
        }
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        String secret = HexFormat.of().formatHex(fresh);
        write(file, secret);
        return secret;
    }

    /**
     * Reads a secret.
     *
     * @throws StoreRefused if anybody but the owner may read the file, or it is empty
     */
    public static String read(Path file) {
        try {
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(found)) {
                throw new StoreRefused(
                        file + ": " + PosixFilePermissions.toString(found) + " (expected: readable by its owner only)");
            }
            String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (secret.isEmpty()) {
                throw new StoreRefused(file + ": empty (expected: a secret)");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file in one step, so that a kill leaves the old one or the new one. */
    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, content, StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
