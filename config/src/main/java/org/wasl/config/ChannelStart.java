package org.wasl.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.InboundGate;
import org.wasl.triage.intake.Presence;

/**
 * Starts the channels after the turn and stops them before it. The web chat starts at once. A channel of an outside
 * platform, where anybody may write, starts never while the demonstration is on, and not before real staff have been on
 * duty once: until then nobody would read it. That they have been is remembered in a file, so that a restart in a night
 * without staff opens the channels all the same.
 */
final class ChannelStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelStart.class);
    private static final String OWN = "web";

    private final List<Channel> channels;
    private final InboundGate gate;
    private final boolean demonstration;
    private final Supplier<Presence> presence;
    private final Path staffSeen;
    private final Clock clock;
    private final ScheduledExecutorService waiting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("wasl-channels").factory());
    private boolean outside;
    private volatile boolean running;

    ChannelStart(
            List<Channel> channels,
            InboundGate gate,
            boolean demonstration,
            Supplier<Presence> presence,
            Path staffSeen,
            Clock clock) {
        this.channels = channels;
        this.gate = gate;
        this.demonstration = demonstration;
        this.presence = presence;
        this.staffSeen = staffSeen;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        own().forEach(channel -> channel.start(gate));
        if (outsideOnes().isEmpty()) {
            return;
        }
        if (demonstration) {
            LOG.info("demonstration: outside channels stay closed");
        } else if (Files.exists(staffSeen)) {
            open();
        } else {
            LOG.info("outside channels wait until real staff are on duty for the first time");
            waiting.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        waiting.shutdownNow();
        own().forEach(Channel::stop);
        if (outside) {
            outsideOnes().forEach(Channel::stop);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the turn, which begins at -100; so the channels end before it does. */
    @Override
    public int getPhase() {
        return 0;
    }

    synchronized void look() {
        if (!outside && running && presence.get().anybody(clock.instant())) {
            remember();
            open();
            waiting.shutdown();
        }
    }

    private void open() {
        outside = true;
        outsideOnes().forEach(channel -> channel.start(gate));
        LOG.info("outside channels are open");
    }

    private void remember() {
        try {
            Files.createFile(staffSeen);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Channel> own() {
        return channels.stream()
                .filter(channel -> channel.kind().name().equals(OWN))
                .toList();
    }

    private List<Channel> outsideOnes() {
        return channels.stream()
                .filter(channel -> !channel.kind().name().equals(OWN))
                .toList();
    }
}
