package org.wasl.triage.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder only its owner may read, with files only their owner may read. */
final class OwnFolder {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final int LARGEST_FILE = 64 * 1024;

    private final Path path;

    private OwnFolder(Path path) {
        this.path = path;
    }

    /** Creates it when it is not there. */
    static OwnFolder create(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            return new OwnFolder(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("key folder " + path + ": cannot be created", failed);
        }
    }

    /** Fills a folder beside the one meant and renames it, so that it is there whole or not at all. */
    static void appearAtOnce(Path path, Consumer<Path> fill) {
        Path absolute = path.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("key folder " + path + ": no folder above it");
        }
        Path fresh = parent.resolve("." + absolute.getFileName() + ".fresh");
        try {
            deleteAll(fresh);
            fill.accept(create(fresh).path());
            // Onto an empty folder this is one step as well; a folder with anything in it is refused by the system.
            Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
            create(parent).forceFolder();
        } catch (IOException failed) {
            throw new UncheckedIOException("key folder " + path + ": cannot be created", failed);
        }
    }

    static OwnFolder at(Path path) {
        return new OwnFolder(path);
    }

    Path path() {
        return path;
    }

    /** Written whole or not at all, and on disk when this returns. Answers whether it is new; an old file stays. */
    boolean writeNew(String name, byte[] content) {
        Path fresh =
                path.resolve("." + name + ".fresh-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        try {
            writeForced(fresh, content);
            try {
                Files.createLink(path.resolve(name), fresh);
                return true;
            } catch (FileAlreadyExistsException there) {
                return false;
            } finally {
                Files.deleteIfExists(fresh);
                forceFolder();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("key file " + path.resolve(name) + ": cannot be written", failed);
        }
    }

    /** Replaces it in one step. */
    void replace(String name, byte[] content) {
        Path fresh = path.resolve("." + name + ".fresh");
        try {
            Files.deleteIfExists(fresh);
            writeForced(fresh, content);
            Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException failed) {
            throw new UncheckedIOException("key file " + path.resolve(name) + ": cannot be replaced", failed);
        }
    }

    Optional<byte[]> read(String name) {
        Path file = path.resolve(name);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalStateException("key file " + file + ": too large (expected: under 64 KB)");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("key file " + file + ": cannot be read", failed);
        }
    }

    List<String> names(String suffix) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("key folder " + path + ": cannot be listed", failed);
        }
    }

    /** Overwrites, then deletes. On a copying file system or a flash disk the overwriting may not reach the old place. */
    void destroy(String name) {
        Path file = path.resolve(name);
        try {
            if (Files.exists(file)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST_FILE)));
                    channel.force(true);
                }
                Files.deleteIfExists(file);
                forceFolder();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("key file " + file + ": cannot be destroyed", failed);
        }
    }

    /** What others than the owner may do here that they must not, one line each. */
    List<String> tooOpen() {
        try (Stream<Path> all = Files.walk(path, 2)) {
            return all.filter(OwnFolder::openToOthers)
                    .map(file -> file + ": readable by others than its owner (expected: "
                            + (Files.isDirectory(file) ? "0700" : "0600") + ")")
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            return List.of(path + ": cannot be listed");
        }
    }

    private static boolean openToOthers(Path file) {
        try {
            Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
            granted.addAll(Files.getPosixFilePermissions(file));
            granted.removeAll(FOLDER);
            return !granted.isEmpty();
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failed) {
            return true;
        }
    }

    private static void writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                PosixFilePermissions.asFileAttribute(FILE))) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void deleteAll(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
