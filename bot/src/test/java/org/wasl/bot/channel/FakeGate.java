package org.wasl.bot.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** An inbox in memory: remembers event ids, can be down, and tells what it took. */
public final class FakeGate implements InboundGate {

    private final List<InboundEvent> taken = new ArrayList<>();
    private final List<InboundEvent> offered = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean down;

    @Override
    public synchronized Acceptance accept(InboundEvent event) {
        offered.add(event);
        notifyAll();
        if (down) {
            return Acceptance.UNAVAILABLE;
        }
        if (!seen.add(event.eventId())) {
            return Acceptance.REPEATED;
        }
        taken.add(event);
        return Acceptance.ACCEPTED;
    }

    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    /** What was accepted, once each, in order. */
    public synchronized List<InboundEvent> taken() {
        return List.copyOf(taken);
    }

    /** Every offer, repeated and refused ones too. */
    public synchronized List<InboundEvent> offered() {
        return List.copyOf(offered);
    }

    public synchronized List<InboundContent> contents() {
        return taken.stream().map(InboundEvent::content).toList();
    }

    public List<InboundEvent> awaitTaken(int count) {
        await(gate -> gate.taken.size() >= count, count + " events taken");
        return taken();
    }

    public List<InboundEvent> awaitOffered(int count) {
        await(gate -> gate.offered.size() >= count, count + " events offered");
        return offered();
    }

    private synchronized void await(Predicate<FakeGate> done, String what) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!done.test(this)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "waited in vain for " + what + "; taken: " + taken.size() + ", offered: " + offered.size());
            }
            try {
                wait(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
