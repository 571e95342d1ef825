package org.wasl.config;

import java.net.URI;
import org.wasl.triage.seal.DeskKeys;

/**
 * What the launcher hands to the admin node and to no other. Never in an environment, never printed.
 *
 * @param redis with the desk's own user
 */
record AdminResources(URI redis, String mongodb, DeskKeys keys, SharedTriage triage) {

    @Override
    public String toString() {
        return "AdminResources[redacted]";
    }
}
