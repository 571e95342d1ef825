package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.bot.channel.ChannelPulse.Pulse;
import org.wasl.bot.channel.ChannelPulse.State;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.channel.PollerLease;

/**
 * Listens on one thread, and on one node at a time. An update is confirmed to Telegram only after the gate has it; one
 * that cannot be read is counted and passed over, and never blocks the ones behind it.
 */
final class TelegramPoller {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramPoller.class);

    /** How often an update is offered to a gate that throws, which is a fault of ours and not of the store. */
    private static final int OFFERS_TO_A_BROKEN_GATE = 5;

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final String name;
    private final String node;
    private final TelegramSettings settings;
    private final TelegramApi api;
    private final UpdateReader reader;
    private final Courtesy courtesy;
    private final PollerLease lease;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong unreadable = new AtomicLong();
    private final Thread thread;
    private final InboundGate gate;

    private volatile State state = State.TROUBLED;
    private volatile String trouble = "not-heard-yet";
    private volatile @Nullable Instant lastHeard;

    private @Nullable Long offset;
    private int failures;
    private long brokenId = -1;
    private int brokenOffers;

    /** What is done for an update beside the gate: best effort, never waited for. */
    interface Courtesy {

        void answerTap(String callbackId);

        void leaveGroup(String chat);
    }

    TelegramPoller(
            String name,
            String node,
            TelegramSettings settings,
            TelegramApi api,
            UpdateReader reader,
            Courtesy courtesy,
            PollerLease lease,
            Clock clock,
            InboundGate gate) {
        this.name = name;
        this.node = node;
        this.settings = settings;
        this.api = api;
        this.reader = reader;
        this.courtesy = courtesy;
        this.lease = lease;
        this.clock = clock;
        this.gate = gate;
        this.thread = Thread.ofPlatform().daemon().name("poll-" + name).unstarted(this::listen);
    }

    void start() {
        thread.start();
    }

    /** What the gate has been offered is finished first. */
    void stop() {
        stopped.countDown();
        api.cancel();
        try {
            thread.join(PATIENCE_AT_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Pulse pulse() {
        return new Pulse(state, Optional.ofNullable(lastHeard), unreadable.get(), trouble);
    }

    private void listen() {
        while (!isStopped()) {
            try {
                round();
            } catch (Throwable e) {
                // Whatever it is, the next round must come: a poller that ended looks like a quiet night.
                trouble("broken-round", e.getClass().getSimpleName());
                waitAfterFailure();
            }
        }
        state = State.OFF;
        giveBack();
    }

    private void round() {
        if (lease.hold(name, node, settings.lease()).isEmpty()) {
            state = State.STANDING_BY;
            trouble = "";
            // What another node confirmed meanwhile is not known here.
            offset = null;
            pause(settings.lease().dividedBy(6));
            return;
        }
        PollCall poll = new PollCall(
                offset, settings.pollLimit(), settings.pollTimeout().toSeconds());
        switch (api.call(poll)) {
            case TelegramApi.Answer.Ok ok -> heard(ok.result());
            case TelegramApi.Answer.Refused refused -> refused(refused);
            case TelegramApi.Answer.Unclear() -> {
                if (!isStopped()) {
                    trouble("no-answer", "");
                    waitAfterFailure();
                }
            }
        }
    }

    private void heard(JsonNode updates) {
        lastHeard = clock.instant();
        if (updates.isEmpty()) {
            // All is confirmed, so no offset is needed; without one, ids that begin again from below are heard too.
            offset = null;
            well();
            return;
        }
        Long before = offset;
        List<JsonNode> inOrder = new ArrayList<>();
        updates.forEach(inOrder::add);
        inOrder.sort(Comparator.comparingLong(TelegramPoller::id));
        for (JsonNode update : inOrder) {
            if (isStopped() || !taken(update)) {
                waitAfterFailure();
                return;
            }
            offset = id(update) + 1;
        }
        if (offset != null && offset.equals(before)) {
            // The platform gave again what was confirmed: without a wait this would turn as fast as it can.
            trouble("offset-ignored", "");
            waitAfterFailure();
            return;
        }
        well();
    }

    /** Whether the update is dealt with and may be confirmed. */
    private boolean taken(JsonNode update) {
        UpdateReader.Reading reading;
        try {
            reading = reader.read(update);
        } catch (RuntimeException e) {
            putAside(id(update), "unreadable");
            return true;
        }
        if (!reading.callbackId().isEmpty()) {
            courtesy.answerTap(reading.callbackId());
        }
        if (!reading.group().isEmpty()) {
            courtesy.leaveGroup(reading.group());
        }
        for (InboundEvent event : reading.events()) {
            if (!offered(id(update), event)) {
                return false;
            }
        }
        return true;
    }

    private boolean offered(long id, InboundEvent event) {
        try {
            if (gate.accept(event) != Acceptance.UNAVAILABLE) {
                return true;
            }
            trouble("inbox-unavailable", "");
            return false;
        } catch (RuntimeException e) {
            brokenOffers = id == brokenId ? brokenOffers + 1 : 1;
            brokenId = id;
            trouble("inbox-broken", e.getClass().getSimpleName());
            if (brokenOffers < OFFERS_TO_A_BROKEN_GATE) {
                return false;
            }
            putAside(id, "refused by the inbox");
            return true;
        }
    }

    private void putAside(long id, String why) {
        unreadable.incrementAndGet();
        LOG.error("{}: update {} was put aside ({})", name, id, why);
    }

    private void refused(TelegramApi.Answer.Refused refused) {
        switch (refused.code()) {
            case 409 -> {
                trouble("another-poller", "");
                waitAfterFailure();
            }
            case 429 -> {
                trouble("told-to-wait", "");
                pause(refused.retryAfter().isZero() ? settings.retryFirst() : refused.retryAfter());
            }
            case 401, 404 -> {
                trouble("token-refused", "");
                pause(settings.retryMost());
            }
            default -> {
                trouble("refused-" + refused.code(), "");
                waitAfterFailure();
            }
        }
    }

    private void well() {
        if (failures > 0) {
            LOG.info("{}: listening again", name);
        }
        failures = 0;
        state = State.LISTENING;
        trouble = "";
    }

    /** Said once, not at every round. */
    private void trouble(String code, String detail) {
        if (!code.equals(trouble)) {
            LOG.warn("{}: {} {}", name, code, detail);
        }
        state = State.TROUBLED;
        trouble = code;
    }

    private void waitAfterFailure() {
        long first = settings.retryFirst().toMillis();
        long wait = first << Math.min(failures, 10);
        failures++;
        pause(Duration.ofMillis(Math.min(wait, settings.retryMost().toMillis())));
    }

    private void pause(Duration atMost) {
        try {
            if (stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                state = State.OFF;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private void giveBack() {
        try {
            lease.release(name, node);
        } catch (RuntimeException e) {
            LOG.info("{}: the lease runs out by itself ({})", name, e.getClass().getSimpleName());
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** An update without an id comes first: it can be passed over, and the next one confirms it as well. */
    private static long id(JsonNode update) {
        JsonNode id = update.path("update_id");
        return id.isIntegralNumber() && id.canConvertToLong() ? id.longValue() : -1;
    }
}
