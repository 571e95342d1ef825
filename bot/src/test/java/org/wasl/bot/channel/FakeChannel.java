package org.wasl.bot.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.InboundGate.Acceptance;

/**
 * A channel in memory that keeps {@code ChannelContract}: a test speaks as the citizen and sees what the citizen sees.
 */
public final class FakeChannel implements Channel {

    public static final ChannelKind KIND = new ChannelKind("fake");

    private static final Capabilities CAPABILITIES = new Capabilities(24, 60, 4096, true, Duration.ofHours(48), true);

    private final Clock clock;
    private final List<Seen> screen = new ArrayList<>();
    private final Deque<InboundEvent> waiting = new ArrayDeque<>();
    private final Deque<SendOutcome> outcomes = new ArrayDeque<>();
    private final Set<String> left = new HashSet<>();
    private final Set<String> settled = new HashSet<>();
    private @Nullable InboundGate gate;
    private int next;

    public FakeChannel(Clock clock) {
        this.clock = clock;
    }

    /** A message as it stands on a citizen's screen. */
    public record Seen(ChannelAddress by, String ref, OutgoingMessage message) {}

    public ChannelAddress citizen(String name) {
        return new ChannelAddress(KIND, name);
    }

    public Acceptance says(ChannelAddress from, String text) {
        return does(from, new InboundContent.Text(text));
    }

    public Acceptance taps(ChannelAddress from, String token) {
        return does(from, new InboundContent.Tap(token));
    }

    /** Taps the button with that label on the newest message that has one. */
    public Acceptance tapsLabel(ChannelAddress from, String label) {
        return seen(from).reversed().stream()
                .filter(seen -> !settled(seen.ref()))
                .flatMap(seen -> seen.message().choices().stream())
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .map(choice -> taps(from, choice.token()))
                .orElseThrow(() -> new AssertionError("no such button on the screen: " + label));
    }

    /** An event the gate could not take is kept and offered again by {@link #offerAgain()}. */
    public synchronized Acceptance does(ChannelAddress from, InboundContent content) {
        left.remove(from.value());
        String id = "e" + next++;
        InboundEvent event = new InboundEvent(from, id, clock.instant(), id, content);
        waiting.add(event);
        return offerAgain();
    }

    public synchronized Acceptance offerAgain() {
        InboundGate open = gate;
        if (open == null) {
            return Acceptance.UNAVAILABLE;
        }
        Acceptance last = Acceptance.ACCEPTED;
        while (!waiting.isEmpty()) {
            last = open.accept(waiting.peek());
            if (last == Acceptance.UNAVAILABLE) {
                return last;
            }
            waiting.remove();
        }
        return last;
    }

    /** The platform delivers an event a second time. */
    public synchronized Acceptance repeat(InboundEvent event) {
        waiting.add(event);
        return offerAgain();
    }

    public synchronized void blocks(ChannelAddress from) {
        left.add(from.value());
    }

    /** What the next attempt to send is answered with, instead of being sent. */
    public synchronized void nextSend(SendOutcome outcome) {
        outcomes.add(outcome);
    }

    public synchronized List<Seen> seen(ChannelAddress by) {
        return screen.stream().filter(seen -> seen.by().equals(by)).toList();
    }

    public synchronized boolean settled(String ref) {
        return settled.contains(ref);
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
    public synchronized void start(InboundGate into) {
        gate = into;
    }

    @Override
    public synchronized void stop() {
        gate = null;
    }

    @Override
    public synchronized SendOutcome send(ChannelAddress to, OutgoingMessage message) {
        if (left.contains(to.value())) {
            return new SendOutcome.BlockedByCitizen();
        }
        SendOutcome scripted = outcomes.poll();
        if (scripted != null) {
            return scripted;
        }
        String ref = "m" + next++;
        screen.add(new Seen(to, ref, message));
        return new SendOutcome.Sent(ref);
    }

    @Override
    public synchronized void settle(ChannelAddress to, String messageRef) {
        settled.add(messageRef);
    }

    @Override
    public synchronized SendOutcome delete(ChannelAddress to, String messageRef) {
        screen.removeIf(seen -> seen.by().equals(to) && seen.ref().equals(messageRef));
        return new SendOutcome.Sent(messageRef);
    }
}
