package org.wasl.config.architecture.canary.bot.filing;

import org.wasl.config.architecture.canary.bot.mailbox.Trip;

/** Half of a circle. */
public record Round(Trip trip) {}
