package org.wasl.admin.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times and limits of alerts.
 *
 * @param sweep how often case state is looked at; an insert does not wait for it
 * @param seenHolds for how long a "seen" holds the next page, once for each alert
 * @param resend after how long a page nobody could hand on is tried again
 * @param calm least time between two pages to one person above the supervisor; L1 is never held back
 * @param presence how often presence is told to the bot; that somebody came or went is told with the next sweep
 * @param console where staff sign in; the link under an alert leads there and names no case
 * @param subscribers most live streams to consoles
 * @param backlog most events one slow console may have waiting; then its stream ends and it reads the queue anew
 * @param couriers most alerts handed to machines outside this house at once; more wait for their next try
 * @param testAlert whether somebody who checks in counts only once they answered a test alert
 * @param testTries how often it is sent
 * @param testAgain how long after the last time it is sent again
 */
@ConfigurationProperties("wasl.alert")
public record AlertSettings(
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("2m") Duration seenHolds,
        @DefaultValue("5s") Duration resend,
        @DefaultValue("10m") Duration calm,
        @DefaultValue("10s") Duration presence,
        @DefaultValue("http://127.0.0.1:8081/") String console,
        @DefaultValue("500") int subscribers,
        @DefaultValue("256") int backlog,
        @DefaultValue("16") int couriers,
        @DefaultValue("true") boolean testAlert,
        @DefaultValue("3") int testTries,
        @DefaultValue("5m") Duration testAgain) {

    public static final AlertSettings DEFAULTS = new AlertSettings(
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            "http://127.0.0.1:8081/",
            500,
            256,
            16,
            true,
            3,
            Duration.ofMinutes(5));

    public AlertSettings {
        if (!console.startsWith("http://") && !console.startsWith("https://")) {
            throw new IllegalArgumentException("wasl.alert.console: not a web address (expected: http or https)");
        }
        if (subscribers < 1 || backlog < 1 || couriers < 1) {
            throw new IllegalArgumentException("wasl.alert: subscribers, backlog and couriers (expected: each > 0)");
        }
    }
}
