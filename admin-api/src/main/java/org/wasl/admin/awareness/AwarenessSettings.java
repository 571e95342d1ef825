package org.wasl.admin.awareness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What posters lead to, and the limits of sessions.
 *
 * @param telegramLink of the citizens' chat, without its question mark; empty for none
 * @param webLink of the web chat's page; empty for none
 * @param hotline number printed on posters; empty for none
 * @param hotlineUntil the last day it may be printed without being called and checked again; without one it is not printed
 * @param mostSessions sessions that are kept in memory
 * @param mostPeople at one session
 * @param longestText characters of what staff write
 * @param smallest counts of people below this are not shown
 */
@ConfigurationProperties("wasl.awareness")
public record AwarenessSettings(
        @DefaultValue("") String telegramLink,
        @DefaultValue("") String webLink,
        @DefaultValue("") String hotline,
        @Nullable LocalDate hotlineUntil,
        @DefaultValue("5000") int mostSessions,
        @DefaultValue("5000") int mostPeople,
        @DefaultValue("1000") int longestText,
        @DefaultValue("5") int smallest) {

    public static final AwarenessSettings DEFAULTS = new AwarenessSettings("", "", "", null, 5_000, 5_000, 1_000, 5);

    public AwarenessSettings {
        link("telegram-link", telegramLink);
        link("web-link", webLink);
        if (!hotline.matches("[+0-9 ]{0,20}")) {
            throw new IllegalArgumentException("wasl.awareness.hotline: (expected: digits)");
        }
        if (smallest < 1) {
            throw new IllegalArgumentException("wasl.awareness.smallest: " + smallest + " (expected: > 0)");
        }
    }

    private static void link(String key, String link) {
        if (!link.isEmpty() && !link.matches("https?://[A-Za-z0-9._:/-]{3,100}")) {
            throw new IllegalArgumentException(
                    "wasl.awareness." + key + ": (expected: an address without ? and #, at most 100 characters)");
        }
    }

    /** The number as it may be printed on that day; empty when nobody checked it lately. */
    String hotlineOn(LocalDate day) {
        return hotlineUntil == null || day.isAfter(hotlineUntil) ? "" : hotline;
    }
}
