package org.wasl.bot.conversation;

/**
 * Everything a conversation remembers between two turns. Opaque outside this package; holds no address and no profile.
 */
public interface ConversationState {}
