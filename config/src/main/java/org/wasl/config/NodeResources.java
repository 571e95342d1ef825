package org.wasl.config;

import java.net.URI;
import java.nio.file.Path;

/**
 * What the launcher hands to one node and to no other. Never in an environment, never printed: the addresses hold
 * passwords.
 *
 * @param redis with the node's own user
 * @param mongodb empty for a bot node
 * @param keys the node's half of the key files
 */
record NodeResources(URI redis, String mongodb, Path keys) {

    @Override
    public String toString() {
        return "NodeResources[redacted]";
    }
}
