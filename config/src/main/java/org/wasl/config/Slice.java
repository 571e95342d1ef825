package org.wasl.config;

import java.util.Locale;
import java.util.Set;

/** Which settings a node may see. What no slice names, the launcher keeps to itself. */
enum Slice {
    BOT(
            "org.wasl.bot",
            Set.of(
                    "channel",
                    "conversation",
                    "session",
                    "filing",
                    "mailbox",
                    "media",
                    "guard",
                    "telegram",
                    "web-chat")),
    ADMIN(
            "org.wasl.admin",
            Set.of(
                    "officer",
                    "audit",
                    "inbox",
                    "casework",
                    "picture",
                    "api",
                    "alert",
                    "ladder",
                    "exposure",
                    "print",
                    "awareness",
                    "retention",
                    "receipt",
                    "reply",
                    "statistics",
                    "store",
                    "meeting",
                    "handover",
                    "visit",
                    "partner",
                    "console"));

    private static final Set<String> SHARED = Set.of("demonstration");

    private final String home;
    private final Set<String> features;

    Slice(String home, Set<String> features) {
        this.home = home;
        this.features = features;
    }

    String profile() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Package below which its settings records live. */
    String home() {
        return home;
    }

    /** Whether a key, in dots, is for this node. Spring's own keys are for both, except the ones about stores. */
    boolean allows(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("wasl.")) {
            String rest = lower.substring("wasl.".length());
            return features.stream().anyMatch(feature -> isUnder(rest, feature))
                    || SHARED.stream().anyMatch(feature -> isUnder(rest, feature));
        }
        if (lower.startsWith("spring.")) {
            return !lower.startsWith("spring.config.")
                    && !lower.startsWith("spring.profiles.")
                    && (this == ADMIN || !lower.contains("mongodb"));
        }
        if (lower.startsWith("springdoc.")) {
            return this == ADMIN;
        }
        return lower.startsWith("logging.") || lower.startsWith("management.") || lower.startsWith("server.");
    }

    private static boolean isUnder(String key, String feature) {
        String dotted = feature.replace('-', '.');
        return key.equals(feature)
                || key.startsWith(feature + ".")
                || key.startsWith(feature + "[")
                || key.equals(dotted)
                || key.startsWith(dotted + ".");
    }
}
