package org.wasl.bot.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.MediaSource;
import org.wasl.bot.channel.MediaSource.Fetched;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.session.ConversationKey;
import org.wasl.bot.session.IntakePush;
import org.wasl.bot.session.StoreUnavailable;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentSeal;
import org.wasl.triage.intake.AttachmentSealer;
import org.wasl.triage.intake.AttachmentSealer.Sealing;
import org.wasl.triage.intake.AttachmentType;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeEntry.AttachmentMissing.Why;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Shard;

/**
 * Fetches what was promised with a filed report: read from its platform, sealed while it is read, each piece handed over
 * at once. Nothing of it is on any disk, and never more than a piece in memory. The desk is told of the end, good or
 * bad, before anybody else; a node that stops in the middle begins anew, and what it had handed over opens never.
 */
public final class AttachmentFetch implements AutoCloseable {

    private final Map<ChannelKind, MediaSource> sources;
    private final AttachmentSealer sealer;
    private final Filing filing;
    private final IntakePush intake;
    private final BooleanSupplier room;
    private final Clock clock;
    private final MediaSettings settings;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    AttachmentFetch(
            Map<ChannelKind, MediaSource> sources,
            AttachmentSealer sealer,
            Filing filing,
            IntakePush intake,
            BooleanSupplier room,
            Clock clock,
            MediaSettings settings) {
        this.sources = sources;
        this.sealer = sealer;
        this.filing = filing;
        this.intake = intake;
        this.room = room;
        this.clock = clock;
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Completes with the end of it, good or bad, once the desk can know it. Fails only when this node stops; the work is
     * begun anew then by whoever takes it over.
     */
    public CompletableFuture<WorkResult> start(
            ConversationKey key, ChannelAddress from, WorkRequest.FetchAttachment request) {
        CompletableFuture<WorkResult> done = new CompletableFuture<>();
        boolean crowded = waiting.incrementAndGet() > settings.waiting();
        try {
            threads.execute(() -> {
                try {
                    done.complete(
                            crowded ? missing(key.shard(), request, Why.NOT_REACHED) : inTurn(key, from, request));
                } catch (InterruptedException | RuntimeException stopped) {
                    done.completeExceptionally(stopped);
                } finally {
                    waiting.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException closed) {
            waiting.decrementAndGet();
            done.completeExceptionally(closed);
        }
        return done;
    }

    private WorkResult inTurn(ConversationKey key, ChannelAddress from, WorkRequest.FetchAttachment request)
            throws InterruptedException {
        turns.acquire();
        try {
            return fetch(key.shard(), from, request);
        } finally {
            turns.release();
        }
    }

    private WorkResult fetch(Shard shard, ChannelAddress from, WorkRequest.FetchAttachment request)
            throws InterruptedException {
        MediaSource source = sources.get(from.kind());
        if (source == null) {
            return missing(shard, request, Why.GONE);
        }
        Duration pause = settings.retryFirst();
        for (int attempt = 1; ; attempt++) {
            waitForRoom();
            Attempt result = attempt(shard, source, request);
            switch (result) {
                case Attempt.Whole whole -> {
                    WorkResult arrived = arrived(shard, request, whole.seal());
                    source.done(request.promise());
                    return arrived;
                }
                case Attempt.Never never -> {
                    return missing(shard, request, never.why());
                }
                case Attempt.StoreAway away -> attempt--;
                case Attempt.Perhaps perhaps -> {
                    if (attempt >= settings.attempts()) {
                        return missing(shard, request, Why.NOT_REACHED);
                    }
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(settings.retryMost()) < 0
                    ? pause.multipliedBy(2)
                    : settings.retryMost();
        }
    }

    /** What one attempt came to. */
    private sealed interface Attempt {
        record Whole(AttachmentSeal seal) implements Attempt {}

        record Never(Why why) implements Attempt {}

        /** The platform did not answer, or broke off. */
        record Perhaps() implements Attempt {}

        /** Our own store did not take a piece: that is nobody's last attempt. */
        record StoreAway() implements Attempt {}
    }

    private Attempt attempt(Shard shard, MediaSource source, WorkRequest.FetchAttachment request) {
        return switch (source.open(request.promise(), settings.largest(), settings.within())) {
            case Fetched.Gone gone -> new Attempt.Never(Why.GONE);
            case Fetched.TooLarge large -> new Attempt.Never(Why.TOO_LARGE);
            case Fetched.Unreachable away -> new Attempt.Perhaps();
            case Fetched.Opened opened -> read(shard, opened, request);
        };
    }

    private Attempt read(Shard shard, Fetched.Opened opened, WorkRequest.FetchAttachment request) {
        try (InputStream content = new BufferedInputStream(opened.content())) {
            if (!wanted(content, request.kind())) {
                return new Attempt.Never(Why.REFUSED);
            }
            Sealing sealing = sealer.seal(
                    content,
                    new AttachmentId(request.attachment()),
                    settings.largest(),
                    chunk -> intake.push(shard, chunk).join());
            return switch (sealing) {
                case Sealing.Whole whole -> new Attempt.Whole(whole.seal());
                case Sealing.TooLarge large -> new Attempt.Never(Why.TOO_LARGE);
                case Sealing.Empty empty -> new Attempt.Never(Why.GONE);
            };
        } catch (IOException brokenOff) {
            return new Attempt.Perhaps();
        } catch (CompletionException | StoreUnavailable notTaken) {
            return new Attempt.StoreAway();
        }
    }

    /** Whether its first bytes are of what it was said to be. Pictures are of the two kinds that can be cleaned. */
    private static boolean wanted(InputStream content, MediaKind kind) throws IOException {
        content.mark(AttachmentType.HEAD);
        byte[] head = content.readNBytes(AttachmentType.HEAD);
        content.reset();
        return switch (kind) {
            case VOICE -> AttachmentType.of(head).filter(AttachmentType::sound).isPresent();
            case PICTURE ->
                AttachmentType.of(head).filter(type -> !type.sound()).isPresent();
            case VIDEO, FILE -> head.length > 0;
        };
    }

    private WorkResult arrived(Shard shard, WorkRequest.FetchAttachment request, AttachmentSeal seal)
            throws InterruptedException {
        tell(
                shard,
                new IntakeEntry.AttachmentArrived(
                        new IntakeId(request.report()), new AttachmentId(request.attachment()), seal, clock.instant()));
        return new WorkResult.AttachmentFetched(request.report(), request.attachment(), request.kind(), true);
    }

    private WorkResult missing(Shard shard, WorkRequest.FetchAttachment request, Why why) throws InterruptedException {
        tell(
                shard,
                new IntakeEntry.AttachmentMissing(
                        new IntakeId(request.report()), new AttachmentId(request.attachment()), why, clock.instant()));
        return new WorkResult.AttachmentFetched(request.report(), request.attachment(), request.kind(), false);
    }

    /** Until the store has it. */
    private void tell(Shard shard, IntakeEntry entry) throws InterruptedException {
        while (true) {
            try {
                intake.push(shard, filing.tell(entry)).join();
                return;
            } catch (CompletionException | StoreUnavailable notTaken) {
                Thread.sleep(settings.retryFirst());
            }
        }
    }

    private void waitForRoom() throws InterruptedException {
        while (!hasRoom()) {
            Thread.sleep(settings.memoryLook());
        }
    }

    private boolean hasRoom() {
        try {
            return room.getAsBoolean();
        } catch (RuntimeException away) {
            return false;
        }
    }

    /** What is under way is broken off, to be begun anew at the next start. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
