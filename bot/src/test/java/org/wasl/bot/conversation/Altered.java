package org.wasl.bot.conversation;

import java.util.function.UnaryOperator;

/** A dialogue whose turns pass through somebody's hands. */
record Altered(Dialogue inner, UnaryOperator<Turn> hands) implements Dialogue {

    @Override
    public ConversationState begin(TurnContext context) {
        return inner.begin(context);
    }

    @Override
    public Turn advance(ConversationState state, Input input, TurnContext context) {
        return hands.apply(inner.advance(state, input, context));
    }

    @Override
    public byte[] encode(ConversationState state) {
        return inner.encode(state);
    }

    @Override
    public ConversationState decode(byte[] stored) {
        return inner.decode(stored);
    }
}
