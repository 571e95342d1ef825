package org.wasl.bot.channel.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;

/**
 * The web chat as a channel. Sent means: durably appended to the session's lines, from which every page of the session
 * reads; whether a page is open at the moment is not known.
 */
final class WebChannel implements Channel {

    static final ChannelKind KIND = new ChannelKind("web");

    private static final Logger LOG = LoggerFactory.getLogger(WebChannel.class);

    private static final Capabilities CAPABILITIES =
            new Capabilities(24, 60, 20_000, true, Duration.ofMinutes(30), true);

    private final WebOutbox outbox;
    private final WebWaiting waiting;
    private final Recordings recordings;
    private final WebUploads uploads;
    private final Clock clock;
    private volatile @Nullable InboundGate gate;

    WebChannel(WebOutbox outbox, WebWaiting waiting, Recordings recordings, WebUploads uploads, Clock clock) {
        this.outbox = outbox;
        this.waiting = waiting;
        this.recordings = recordings;
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return KIND;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public void start(InboundGate into) {
        gate = into;
    }

    @Override
    public void stop() {
        gate = null;
    }

    /**
     * Hands over what a page sent.
     *
     * @param onceId made by the page, the same when it tries again
     */
    Acceptance hand(String address, String onceId, InboundContent content) {
        InboundGate open = gate;
        if (open == null) {
            return Acceptance.UNAVAILABLE;
        }
        try {
            return open.accept(new InboundEvent(
                    new ChannelAddress(KIND, address), address + ":" + onceId, clock.instant(), onceId, content));
        } catch (RuntimeException e) {
            LOG.warn("web chat: the inbox failed ({})", e.getClass().getSimpleName());
            return Acceptance.UNAVAILABLE;
        }
    }

    @Override
    public SendOutcome send(ChannelAddress to, OutgoingMessage message) {
        List<WebLine.Button> buttons = message.choices().stream()
                .map(choice -> new WebLine.Button(choice.token(), choice.label()))
                .toList();
        String spoken = recordings
                .of(message.locale(), message.text())
                .map(Recordings.Recording::id)
                .orElse(null);
        WebLine line = new WebLine(
                "say",
                message.id(),
                message.text(),
                buttons,
                message.direction(),
                message.locale(),
                spoken,
                WebLine.mark(message.attachable()));
        return append(to, line);
    }

    @Override
    public void settle(ChannelAddress to, String messageRef) {
        append(to, WebLine.settle(messageRef));
    }

    @Override
    public SendOutcome delete(ChannelAddress to, String messageRef) {
        try {
            outbox.remove(to.value(), messageRef);
        } catch (RuntimeException e) {
            return storeFailed(e);
        }
        return append(to, WebLine.gone(messageRef));
    }

    @Override
    public void discard(String promise) {
        try {
            uploads.done(promise);
        } catch (RuntimeException e) {
            LOG.warn(
                    "web chat: an upload stays until its day is over ({})",
                    e.getClass().getSimpleName());
        }
    }

    private SendOutcome append(ChannelAddress to, WebLine line) {
        try {
            OptionalLong number = outbox.append(to.value(), line, clock.instant());
            if (number.isEmpty()) {
                return new SendOutcome.BlockedByCitizen();
            }
            waiting.wake(to.value());
            return new SendOutcome.Sent(line.r());
        } catch (RuntimeException e) {
            return storeFailed(e);
        }
    }

    private static SendOutcome storeFailed(RuntimeException e) {
        LOG.warn("web chat: a line could not be stored ({})", e.getClass().getSimpleName());
        return new SendOutcome.RetryAfter(Duration.ofSeconds(1), true);
    }
}
