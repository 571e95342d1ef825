package org.wasl.bot.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;

/** A platform in memory. What it answers next can be told beforehand, for each address. */
public class FakeChannel implements Channel {

    /** One message as it arrived. */
    public record Arrived(String address, String id, String text) {}

    public final List<Arrived> arrived = Collections.synchronizedList(new ArrayList<>());
    public final List<String> deleted = Collections.synchronizedList(new ArrayList<>());
    public final List<String> settled = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<SendOutcome>> answers = new ConcurrentHashMap<>();
    private final Map<String, Runnable> during = new ConcurrentHashMap<>();
    private final Deque<SendOutcome> deletions = new ConcurrentLinkedDeque<>();
    private final AtomicInteger refs = new AtomicInteger();
    private final ChannelKind kind;

    public FakeChannel(String kind) {
        this.kind = new ChannelKind(kind);
    }

    /** The next attempts to this address end so; afterwards everything is sent again. */
    public void answers(String address, SendOutcome... outcomes) {
        answers.computeIfAbsent(address, a -> new ArrayDeque<>()).addAll(List.of(outcomes));
    }

    /** Happens while the next message to this address is on the wire. */
    public void during(String address, Runnable happening) {
        during.put(address, happening);
    }

    public List<String> textsTo(String address) {
        synchronized (arrived) {
            return arrived.stream()
                    .filter(one -> one.address().equals(address))
                    .map(Arrived::text)
                    .toList();
        }
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(8, 40, 4096, true, Duration.ofHours(48), true);
    }

    @Override
    public void start(InboundGate gate) {}

    @Override
    public void stop() {}

    @Override
    public SendOutcome send(ChannelAddress to, OutgoingMessage message) {
        Runnable happening = during.remove(to.value());
        if (happening != null) {
            happening.run();
        }
        Deque<SendOutcome> next = answers.get(to.value());
        SendOutcome outcome = next == null ? null : next.poll();
        if (outcome == null || outcome instanceof SendOutcome.Sent) {
            arrived.add(new Arrived(to.value(), message.id(), message.text()));
            return new SendOutcome.Sent("m" + refs.incrementAndGet());
        }
        return outcome;
    }

    @Override
    public void settle(ChannelAddress to, String messageRef) {
        settled.add(messageRef);
    }

    /** The next attempts to delete end so; afterwards everything is deleted again. */
    public void answersDeletions(SendOutcome... outcomes) {
        deletions.addAll(List.of(outcomes));
    }

    @Override
    public SendOutcome delete(ChannelAddress to, String messageRef) {
        SendOutcome next = deletions.poll();
        if (next != null && !(next instanceof SendOutcome.Sent)) {
            return next;
        }
        deleted.add(messageRef);
        return new SendOutcome.Sent(messageRef);
    }
}
