package org.wasl.admin.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.triage.intake.AttachmentType;
import org.wasl.triage.seal.Bytes;

/**
 * Makes a copy of a picture that can be looked at, each in a process of its own that ends with it. The copy is kept
 * nowhere: it is made again for each look. The process knows no key; it runs under the desk's own account unless
 * {@link PictureSettings#wrap} says otherwise, so a decoder that was turned could still read that account's files.
 * Thread-safe.
 */
public final class WorkingCopies implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkingCopies.class);

    private static final int STEP = 16 * 1024;

    private final PictureSettings settings;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable ImageProgram program;

    public WorkingCopies(PictureSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Reads the original to its end and closes it. Never throws for what is in it.
     *
     * @param stamp written over the copy: Latin letters, digits, {@code -:./} and blanks
     */
    public WorkingCopy of(InputStream original, String stamp) {
        try (original) {
            if (waiting.incrementAndGet() > settings.waiting() + settings.atOnce()
                    || !turns.tryAcquire(settings.time().toMillis(), TimeUnit.MILLISECONDS)) {
                return new WorkingCopy.None(Untaken.BUSY);
            }
            try {
                return drawn(original, stamp);
            } finally {
                turns.release();
            }
        } catch (IOException failed) {
            log.error("image process: {}", failed.getClass().getSimpleName());
            return new WorkingCopy.None(Untaken.TOO_MUCH);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new WorkingCopy.None(Untaken.BUSY);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private WorkingCopy drawn(InputStream original, String stamp) throws IOException, InterruptedException {
        ImageProgram laidOut = program();
        ProcessBuilder builder = new ProcessBuilder(laidOut.command(settings, plain(stamp)))
                .directory(laidOut.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            CompletableFuture<Boolean> fed = new CompletableFuture<>();
            CompletableFuture<byte[]> copied = new CompletableFuture<>();
            threads.execute(() -> fed.complete(feed(original, process)));
            threads.execute(() -> copied.complete(copy(process)));
            if (!process.waitFor(settings.time().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("image process: ended after {} ms", settings.time().toMillis());
                return new WorkingCopy.None(Untaken.TOO_MUCH);
            }
            if (!fed.completeOnTimeout(true, settings.time().toMillis(), TimeUnit.MILLISECONDS)
                    .join()) {
                return new WorkingCopy.None(Untaken.NOT_WHOLE);
            }
            return process.exitValue() == 0
                    ? ready(copied.join())
                    : new WorkingCopy.None(Untaken.of(process.exitValue()));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly()
                    .onExit()
                    .completeOnTimeout(process, 2, TimeUnit.SECONDS)
                    .join();
        }
    }

    private synchronized ImageProgram program() {
        ImageProgram laidOut = program;
        if (laidOut == null) {
            laidOut = new ImageProgram();
            program = laidOut;
        }
        return laidOut;
    }

    /** Whether all of the original was there and is handed over. */
    private boolean feed(InputStream original, Process process) {
        try (OutputStream to = process.getOutputStream()) {
            byte[] step = new byte[STEP];
            long left = settings.mostBytes() + 1L;
            for (int read = original.read(step); read >= 0 && left > 0; read = original.read(step)) {
                try {
                    to.write(step, 0, (int) Math.min(left, read));
                } catch (IOException itEnded) {
                    return true;
                }
                left -= read;
            }
            return true;
        } catch (IOException broken) {
            process.destroyForcibly();
            return false;
        }
    }

    private byte[] copy(Process process) {
        try (InputStream from = process.getInputStream()) {
            byte[] copy = from.readNBytes(settings.mostCopy() + 1);
            if (copy.length > settings.mostCopy()) {
                process.destroyForcibly();
            }
            return copy;
        } catch (IOException ended) {
            return new byte[0];
        }
    }

    private WorkingCopy ready(byte[] copy) {
        if (copy.length > settings.mostCopy()) {
            return new WorkingCopy.None(Untaken.TOO_LARGE);
        }
        return AttachmentType.of(copy)
                .filter(type -> !type.sound())
                .<WorkingCopy>map(type -> new WorkingCopy.Ready(type.media(), Bytes.copyOf(copy)))
                .orElse(new WorkingCopy.None(Untaken.NOT_A_PICTURE));
    }

    private static String plain(String stamp) {
        return stamp.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9:./ -]", "");
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        if (program != null) {
            program.close();
            program = null;
        }
    }
}
