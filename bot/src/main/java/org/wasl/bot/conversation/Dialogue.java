package org.wasl.bot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dialogue as the turn sees it: state and input in, next state and effects out. Pure: no I/O, no clock and no
 * randomness but what the context gives; the same three arguments give the same turn. Bounded in steps.
 */
public interface Dialogue {

    /** A conversation nobody has spoken in yet. */
    ConversationState begin(TurnContext context);

    Turn advance(ConversationState state, Input input, TurnContext context);

    /**
     * What the person is told, in their language, when something they sent could not be worked through and was handed
     * to a human instead. The state does not change by it. {@code null} where a dialogue has no such line.
     */
    default Effect.@Nullable Send apology(ConversationState state, TurnContext context) {
        return null;
    }

    /**
     * The same for somebody of whom nothing can be read, not even the language: in every language there is. {@code null}
     * where a dialogue has no such line.
     */
    default Effect.@Nullable Send apology(TurnContext context) {
        return null;
    }

    /** What is counted of a conversation that is about to be forgotten because nobody speaks in it any more. */
    default List<Ending> forgotten(ConversationState state) {
        return List.of();
    }

    /** Stored form of a state; carries a version. */
    byte[] encode(ConversationState state);

    /** Reads any version ever written. Throws {@link IllegalArgumentException} for what it cannot read. */
    ConversationState decode(byte[] stored);
}
