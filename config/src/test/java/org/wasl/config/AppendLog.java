package org.wasl.config;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Reads the append-only file of a running Redis as it grows. A command stands there before whoever sent it is answered,
 * so one that is seen here is on its way to disk and not yet acknowledged: the finest moment for a kill, found without
 * touching what is killed.
 */
final class AppendLog implements AutoCloseable {

    private static final int OVERLAP = 400;

    private final RandomAccessFile file;

    private AppendLog(RandomAccessFile file) {
        this.file = file;
    }

    /** From here on. */
    static AppendLog of(Path redis) throws IOException {
        RandomAccessFile file =
                new RandomAccessFile(redis.resolve("appendonly.aof").toFile(), "r");
        file.seek(file.length());
        return new AppendLog(file);
    }

    /** Waits until something like this is written; {@code false} when it was not in time. */
    boolean await(Pattern command, Duration atMost) throws IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        byte[] buffer = new byte[1 << 16];
        String before = "";
        while (System.nanoTime() < deadline) {
            int count = file.read(buffer);
            if (count <= 0) {
                LockSupport.parkNanos(100_000);
                continue;
            }
            String seen = before + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            if (command.matcher(seen).find()) {
                return true;
            }
            before = seen.substring(Math.max(0, seen.length() - OVERLAP));
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
