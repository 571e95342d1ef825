package org.wasl.bot.conversation;

import java.util.List;

/** One advance of a conversation: what it is now, and what must happen, in order, in the same atomic step. */
public record Turn(ConversationState next, List<Effect> effects) {}
