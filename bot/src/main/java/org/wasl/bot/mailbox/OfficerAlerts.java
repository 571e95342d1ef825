package org.wasl.bot.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.SendOutcome;

/** Sends alerts to officers: at once, again exactly when told, and no longer than an alert lives. */
final class OfficerAlerts {

    private final Map<ChannelKind, Channel> channels;
    private final ScheduledExecutorService threads;
    private final Clock clock;
    private final MailboxSettings settings;

    OfficerAlerts(
            Map<ChannelKind, Channel> channels,
            ScheduledExecutorService threads,
            Clock clock,
            MailboxSettings settings) {
        this.channels = channels;
        this.threads = threads;
        this.clock = clock;
        this.settings = settings;
    }

    /** Completes when it was sent or given up. */
    CompletableFuture<Void> send(ChannelAddress to, String onceValue, String url) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Instant end = clock.instant().plus(settings.alertLife());
        threads.execute(() -> attempt(to, onceValue, url, end, done));
        return done;
    }

    private void attempt(ChannelAddress to, String onceValue, String url, Instant end, CompletableFuture<Void> done) {
        Channel channel = channels.get(to.kind());
        if (channel == null) {
            done.complete(null);
            return;
        }
        try {
            if (channel.send(to, OfficerChat.alert(onceValue, url)) instanceof SendOutcome.RetryAfter retry
                    && clock.instant().plus(retry.delay()).isBefore(end)) {
                Duration delay = retry.delay();
                threads.schedule(() -> attempt(to, onceValue, url, end, done), delay.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
            done.complete(null);
        } catch (RuntimeException bug) {
            // The ladder at the desk pages the next one; a broken channel must not hold up the notices behind it.
            done.complete(null);
        }
    }
}
