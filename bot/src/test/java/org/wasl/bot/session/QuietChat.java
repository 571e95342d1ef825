package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.RealDialogue;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.guard.GuardSettings;
import org.wasl.bot.guard.Pace;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.seal.Bytes;

/**
 * One chat with the real dialogue, the real turn and the real sender's rule, and no store: what a turn would commit is
 * kept in memory. Time stands until a test moves it.
 */
final class QuietChat {

    /** What left, in order. */
    final List<Effect.Send> sent = new ArrayList<>();

    final Dialogue dialogue;
    Instant now = Instant.EPOCH;
    boolean staffed = true;

    @Nullable
    Duration freeFormFor;

    private final ChannelAddress address = new ChannelAddress(new ChannelKind("web"), "somebody");
    private final Random random = new Random(11);
    private final Live live = new Live(new ConversationKey("0".repeat(32)));
    private final Turner turner;
    private final ShardSender sender;
    private byte @Nullable [] stored;
    private byte @Nullable [] sealedNow;
    private List<Effect.Choice> choices = List.of();

    @SuppressWarnings("NullAway") // Nothing of the store is reached: what would need it is answered here.
    QuietChat(Dialogue dialogue) {
        this.dialogue = dialogue;
        TurnParts parts = parts();
        this.turner = new Turner(parts);
        this.sender = new ShardSender(parts, null);
    }

    /** The person writes; taken now, whenever it was written. */
    void says(String text, Instant at) {
        take(new Input.Said(text, "", at));
    }

    void taps(String option, Instant at) {
        String token = choices.stream()
                .map(Effect.Choice::token)
                .filter(one -> one.endsWith("|" + option))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button " + option));
        take(new Input.Tapped(token, at));
    }

    void take(Input input) {
        TurnPlan plan = switch (turner.take(live, taken(input), stored)) {
            case Turner.Planned planned -> planned.plan();
            case Turner.Slowed slowed -> throw new IllegalStateException("slowed");
        };
        commit(plan);
    }

    /** The input could not be worked through and is put away for a human. */
    void parks(Input input) {
        commit(turner.park(live, taken(input), stored));
    }

    private Live.Taken taken(Input input) {
        return new Live.Taken("1-0", new Arrival.Word(address, input, null));
    }

    private void commit(TurnPlan plan) {
        if (plan.purges) {
            live.outbox.clear();
        }
        live.outbox.removeIf(entry -> plan.dropped.contains(entry.id()));
        if (plan.forgets) {
            stored = null;
            live.standing = null;
        } else if (plan.standing != null) {
            live.standing = plan.standing;
            stored = sealedNow;
        }
        live.outbox.addAll(plan.outgoing);
        for (OutboxEntry entry : plan.outgoing) {
            if (entry.body() instanceof OutboxEntry.Message message
                    && !message.send().choices().isEmpty()) {
                choices = message.send().choices();
            }
        }
    }

    /** A day after the last word nothing of the conversation is kept. */
    void isForgotten() {
        stored = null;
        live.expired();
    }

    /** What may be sent now leaves. */
    void sends() {
        while (!live.outbox.isEmpty()) {
            OutboxEntry first = live.outbox.getFirst();
            ShardSender.Fate fate = sender.fate(live, first, now);
            if (fate == ShardSender.Fate.HOLD) {
                return;
            }
            live.outbox.removeFirst();
            if (fate == ShardSender.Fate.SEND && first.body() instanceof OutboxEntry.Message message) {
                sent.add(message.send());
            }
        }
    }

    /** Timers of the conversation that run. */
    Map<String, Integer> timers() {
        byte[] state = java.util.Objects.requireNonNull(stored);
        return RealDialogue.timers(dialogue.decode(Session.fromStored(state, new OpenSeal(), live.key).dialogue));
    }

    @SuppressWarnings("NullAway") // As above.
    private TurnParts parts() {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new TurnParts(
                null,
                null,
                new ConversationNames((purpose, words) -> HexFormat.of()
                        .formatHex(Integer.toHexString((purpose + String.join("|", words)).hashCode())
                                .repeat(8)
                                .getBytes(StandardCharsets.UTF_8))),
                new OpenSeal(),
                dialogue,
                new Filing(
                        entry -> Bytes.EMPTY,
                        (to, replyKey, pepper, terms, about) -> new Capsule(Bytes.ofUtf8("capsule")),
                        to -> new Mark("0c".repeat(32))),
                Map.of(address.kind(), new Silent()),
                new Nobody(),
                new Pace(new GuardSettings(1_000, Duration.ofSeconds(2), Duration.ofSeconds(20)), text -> false),
                () -> staffed ? new Presence(now, List.of(new Presence.Staffed("en", "FED", 2))) : Presence.NOBODY,
                new ChannelPauses(),
                Runnable::run,
                clock,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                false,
                SessionSettings.DEFAULTS,
                new TurnCounters(new io.micrometer.core.instrument.simple.SimpleMeterRegistry()),
                new Erasures());
    }

    /** Seals nothing, and keeps the last state for the next turn. */
    private final class OpenSeal implements DraftSeal {
        @Override
        public byte[] seal(byte[] plain, String purpose, String... about) {
            if (purpose.equals("state")) {
                byte[] head = Step.ascii(about[1] + ":" + about[2] + ":");
                byte[] all = new byte[head.length + plain.length];
                System.arraycopy(head, 0, all, 0, head.length);
                System.arraycopy(plain, 0, all, head.length, plain.length);
                sealedNow = all;
            }
            return plain;
        }

        @Override
        public Optional<byte[]> open(byte[] sealed, String purpose, String... about) {
            return Optional.of(sealed);
        }
    }

    private final class Silent implements Channel {
        @Override
        public ChannelKind kind() {
            return new ChannelKind("web");
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(30, 60, 4096, true, Duration.ofHours(48), true, freeFormFor);
        }

        @Override
        public void start(InboundGate gate) {}

        @Override
        public void stop() {}

        @Override
        public SendOutcome send(ChannelAddress to, OutgoingMessage message) {
            return new SendOutcome.Sent("");
        }

        @Override
        public void settle(ChannelAddress to, String messageRef) {}

        @Override
        public SendOutcome delete(ChannelAddress to, String messageRef) {
            return new SendOutcome.Sent("");
        }
    }

    private static final class Nobody implements Outside {
        @Override
        public CompletableFuture<Void> perform(Hop hop) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> work(
                ConversationKey key, ChannelAddress to, WorkRequest request, String workId) {
            return new CompletableFuture<>();
        }

        @Override
        public List<Input.KnownReport> answered(String wireId) {
            return List.of();
        }

        @Override
        public boolean isOfficer(ChannelAddress to) {
            return false;
        }

        @Override
        public OfficerTurn officer(ChannelAddress to, Input input, Instant at) {
            return new OfficerTurn(List.of(), null);
        }
    }
}
