package org.wasl.bot.conversation;

import java.time.Instant;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.intake.Presence;

/**
 * What a turn may know of the world.
 *
 * @param now the time of the turn
 * @param presence who is on duty, as last told by the desk
 * @param demonstration every screen says that nobody reads this
 */
public record TurnContext(
        Instant now,
        Entropy entropy,
        Presence presence,
        ChannelKind channel,
        Capabilities capabilities,
        boolean demonstration) {}
