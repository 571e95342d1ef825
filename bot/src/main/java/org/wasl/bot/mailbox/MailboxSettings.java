package org.wasl.bot.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of mailboxes, notices and slow work; see {@code wasl.mailbox} in application.yml.
 *
 * @param repliesPerMailbox most replies that wait in one mailbox
 * @param receiptsWaiting most receipts that wait to be derived, all conversations together
 * @param receiptsPerConversation most that wait for one conversation
 * @param oldestNotice a notice sealed longer ago is dropped as a replay
 * @param alertLife how long one alert to an officer is tried; afterwards the desk's ladder goes on by itself
 * @param presenceEvery how often the desk's presence is read
 * @param mostAsked most questions by mark that wait for the desk
 */
@ConfigurationProperties("wasl.mailbox")
public record MailboxSettings(
        @DefaultValue("50") int repliesPerMailbox,
        @DefaultValue("500") int receiptsWaiting,
        @DefaultValue("3") int receiptsPerConversation,
        @DefaultValue("7d") Duration oldestNotice,
        @DefaultValue("60s") Duration alertLife,
        @DefaultValue("2s") Duration presenceEvery,
        @DefaultValue("10000") int mostAsked) {

    public static final MailboxSettings DEFAULTS =
            new MailboxSettings(50, 500, 3, Duration.ofDays(7), Duration.ofSeconds(60), Duration.ofSeconds(2), 10_000);

    public MailboxSettings {
        atLeastOne("replies-per-mailbox", repliesPerMailbox);
        atLeastOne("receipts-waiting", receiptsWaiting);
        atLeastOne("receipts-per-conversation", receiptsPerConversation);
        atLeastOne("most-asked", mostAsked);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.mailbox." + key + ": " + value + " (expected: > 0)");
        }
    }
}
