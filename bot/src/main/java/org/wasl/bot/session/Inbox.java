package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundEvent;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.conversation.Input;
import org.wasl.triage.intake.Shard;

/**
 * Takes events into the inbox of their conversation's shard, durably and once. Says {@code UNAVAILABLE} whenever it
 * cannot know that the event is durable; offering it again is then harmless.
 */
public final class Inbox implements InboundGate {

    private final DurableCommit store;
    private final ConversationNames names;
    private final DraftSeal seal;
    private final Clock clock;
    private final SessionSettings settings;
    private final TurnCounters counters;
    private final String instance = java.util.UUID.randomUUID().toString();
    private volatile Consumer<Shard> wake = shard -> {};

    Inbox(
            DurableCommit store,
            ConversationNames names,
            DraftSeal seal,
            Clock clock,
            SessionSettings settings,
            TurnCounters counters) {
        this.store = store;
        this.names = names;
        this.seal = seal;
        this.clock = clock;
        this.settings = settings;
        this.counters = counters;
    }

    /** Who is told at once, in this process, that a shard has work. */
    void onArrival(Consumer<Shard> listener) {
        this.wake = listener;
    }

    /** Names this process in the messages that wake others, so that it does not wake itself twice. */
    String instance() {
        return instance;
    }

    @Override
    public Acceptance accept(InboundEvent event) {
        Instant now = clock.instant();
        Instant at = event.saidAt().isAfter(now) ? now : event.saidAt();
        // A tap came in a message of the bot's own.
        String ref = event.content() instanceof InboundContent.Tap ? "" : event.messageRef();
        Arrival word = new Arrival.Word(event.from(), input(event, at), null, ref);
        return await(append(word, event.eventId()), settings.acceptWait());
    }

    /** Appends what is not a person's own word. {@code eventId} is remembered for eight days like any other. */
    public CompletableFuture<Acceptance> append(Arrival arrival, String eventId) {
        ChannelAddress address = arrival.address();
        ConversationKey key = names.conversation(address);
        String name = names.event(address, eventId);
        byte[] sealed = seal.seal(ArrivalForm.write(arrival), "inbox", key.hex(), name);
        ShardKeys keys = ShardKeys.of(key.shard());
        long hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toEpochMilli();
        List<byte[]> args = List.of(
                Step.ascii(name),
                Step.ascii(Long.toString(hour)),
                Step.ascii(key.hex()),
                sealed,
                Step.ascii(key.shard().number() + " " + instance),
                Step.ascii(Step.INBOX_WAKE),
                Step.ascii(Integer.toString(settings.inboxPerShard())),
                Step.ascii(Integer.toString(settings.inboxPerConversation())));
        return store.run(Script.ACCEPT, keys.forAccept(), args).thenApply(answer -> accepted(answer, key.shard()));
    }

    private Acceptance accepted(Object answer, Shard shard) {
        String word = new String((byte[]) answer, StandardCharsets.US_ASCII);
        switch (word) {
            case "ACCEPTED" -> {
                counters.accepted();
                wake.accept(shard);
                return Acceptance.ACCEPTED;
            }
            case "REPEATED" -> {
                counters.repeated();
                return Acceptance.REPEATED;
            }
            default -> {
                counters.inboxFull();
                return Acceptance.UNAVAILABLE;
            }
        }
    }

    private Acceptance await(CompletableFuture<Acceptance> answer, Duration most) {
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Acceptance.UNAVAILABLE;
        } catch (ExecutionException | TimeoutException unknown) {
            counters.storeDown();
            return Acceptance.UNAVAILABLE;
        }
    }

    private static Input input(InboundEvent event, Instant at) {
        return switch (event.content()) {
            case InboundContent.Text it -> new Input.Said(it.text(), event.messageRef(), at);
            case InboundContent.Tap it -> new Input.Tapped(it.token(), at);
            case InboundContent.Started it -> new Input.Started(it.campaign(), at);
            case InboundContent.Media it ->
                new Input.MediaSent(it.kind(), it.promise(), it.size(), it.albumId(), event.messageRef(), at);
            case InboundContent.Place it -> new Input.PlaceSent(it.latitude(), it.longitude(), at);
            case InboundContent.Unsupported it -> new Input.Unsupported(it.kind(), at);
            case InboundContent.Left it -> new Input.Left(at);
            case InboundContent.Exited it -> new Input.Exited(at);
        };
    }
}
