package org.wasl.bot.session;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.Input;

/** What happens when something set for a time is due: an input for the dialogue, in the inbox like any other. */
final class TimerRing {

    private final TurnParts parts;

    TimerRing(TurnParts parts) {
        this.parts = parts;
    }

    /** {@code refs} are the messages to delete, where that is what is due. */
    void ring(
            Step step,
            ConversationKey key,
            String id,
            Due due,
            List<String> refs,
            Instant now,
            Function<ConversationKey, Live> lives) {
        switch (due.kind()) {
            case TIMER -> again(step, key, due.address(), new Input.TimerFired(due.name(), due.turn(), now));
            case HANDED_BACK -> again(step, key, due.address(), new Input.HandedBack(now));
            case MARK -> {
                String wireId = parts.names().other("ask", key.hex(), due.incarnation(), due.name());
                again(
                        step,
                        key,
                        due.address(),
                        new Input.MarkAnswered(due.name(), parts.outside().answered(wireId), now));
            }
            case DELETION, CLEARING -> {
                if (refs.isEmpty()) {
                    return;
                }
                OutboxEntry entry = new OutboxEntry(
                        id + ":" + due.incarnation() + ":deletion",
                        due.address(),
                        due.incarnation(),
                        Instant.MAX,
                        true,
                        new OutboxEntry.Deletion(refs),
                        List.of());
                step.out(entry.id(), entry.sealed(parts.seal()));
                lives.apply(key).outbox.add(entry);
            }
        }
    }

    Step again(Step step, ConversationKey key, ChannelAddress address, Input input) {
        String name = HexFormat.of().formatHex(parts.entropy().bytes(16));
        byte[] sealed =
                parts.seal().seal(ArrivalForm.write(new Arrival.Word(address, input, null)), "inbox", key.hex(), name);
        return step.again(name, sealed);
    }
}
