package org.wasl.config;

import java.net.URI;
import java.nio.file.Path;
import org.wasl.triage.seal.BotKeys;

/**
 * What the launcher hands to the bot node and to no other. Never in an environment, never printed.
 *
 * @param redis with the bot's own user
 * @param staffSeen file that is there once real staff have been on duty
 */
record BotResources(URI redis, BotKeys keys, Path staffSeen, SharedTriage triage) {

    @Override
    public String toString() {
        return "BotResources[redacted]";
    }
}
