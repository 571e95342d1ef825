package org.wasl.config.architecture.canary.bot.conversation;

/** Known where it must not be. */
public record Step(int number) {}
