package org.wasl.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Where everything of one Wasl lies; held by one process at a time. The lock ends with the process, however it ends. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder if it is missing, readable by its owner only, and takes it. */
    static DataFolder open(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel =
                    FileChannel.open(path.resolve("wasl.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartRefused(List.of(
                        "data folder " + path + ": in use by another Wasl (expected: one process for one folder)"));
            }
            return new DataFolder(path, channel, lock);
        } catch (IOException e) {
            throw new StartRefused(List.of("data folder " + path + ": cannot be written (expected: a folder this user"
                    + " may write; set wasl.data or WASL_DATA)"));
        }
    }

    Path path() {
        return path;
    }

    Path redis() {
        return path.resolve("redis");
    }

    Path mongodb() {
        return path.resolve("mongodb");
    }

    Path keys() {
        return path.resolve("keys");
    }

    /** There once real staff have been on duty. */
    Path staffSeen() {
        return path.resolve("staff-seen");
    }

    /** What the document store's file is encrypted with. */
    Path storeKey() {
        return path.resolve("store.key");
    }

    /** What the desk's keys are wrapped with, in a trial only. */
    Path deskSecret() {
        return path.resolve("desk.secret");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process ends, and the lock with it.
            return;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
