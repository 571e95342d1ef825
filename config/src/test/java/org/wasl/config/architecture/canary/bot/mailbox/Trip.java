package org.wasl.config.architecture.canary.bot.mailbox;

import org.wasl.config.architecture.canary.bot.filing.Round;

/** Half of a circle. */
public record Trip(Round round) {}
