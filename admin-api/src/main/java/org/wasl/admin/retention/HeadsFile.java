package org.wasl.admin.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.Verification;

/**
 * Appends the heads of the audit chains to a file, for as long as a node runs. It is worth as much as the disk it lies
 * on: one that only takes more, kept by somebody else than the desk's administrator, shows every cut behind it.
 */
final class HeadsFile implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(HeadsFile.class);
    private static final int PHASE = 30;

    /** Empty for none. */
    private final String file;

    private final Duration every;
    private final AuditChains chains;
    private final AuditTrail trail;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-heads-file").daemon().factory());
    private volatile boolean running;

    HeadsFile(String file, Duration every, AuditChains chains, AuditTrail trail) {
        this.file = file;
        this.every = every;
        this.chains = chains;
        this.trail = trail;
    }

    /** The heads a line each, below a line that says when they were read and whether the chains were whole. */
    static String lines(Verification read) {
        return "# " + read.at() + " entries " + read.entries() + " "
                + (read.intact() ? "intact" : "findings " + read.findings().size()) + "\n"
                + read.heads().stream().map(head -> head.value() + "\n").collect(Collectors.joining());
    }

    void append() {
        try {
            Verification read = chains.verify(List.of());
            Files.writeString(
                    Path.of(file),
                    lines(read),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
            trail.append(trail.done(AuditEntry.SYSTEM, Act.HEADS_EXPORTED, "file"));
            if (!read.intact()) {
                log.error("audit chains: {} findings", read.findings().size());
            }
        } catch (IOException | RuntimeException failed) {
            // The next round tries again; the path could tell where the file lies.
            log.warn("audit heads were not written: {}", failed.getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        running = true;
        if (file.isBlank()) {
            return;
        }
        timer.scheduleAtFixedRate(this::append, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
