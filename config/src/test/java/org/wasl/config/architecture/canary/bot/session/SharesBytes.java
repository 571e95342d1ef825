package org.wasl.config.architecture.canary.bot.session;

/** Shares what it holds. */
public record SharesBytes(byte[] bytes) {}
