package org.wasl.config;

import java.net.URI;
import org.wasl.triage.seal.BotKeys;

/**
 * What the launcher hands to the bot node and to no other. Never in an environment, never printed.
 *
 * @param redis with the bot's own user
 */
record BotResources(URI redis, BotKeys keys) {

    @Override
    public String toString() {
        return "BotResources[redacted]";
    }
}
