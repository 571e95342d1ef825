package org.wasl.config.architecture.canary.bot.channel;

/** Known where it must not be. */
public record Planted(int number) {}
