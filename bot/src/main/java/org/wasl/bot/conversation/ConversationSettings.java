package org.wasl.bot.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of one conversation.
 *
 * @param maxStory most characters of story kept for triage; what comes after still reaches the team line by line
 * @param maxLines most transcript lines waiting to be filed
 * @param maxFragment most characters of one message that are kept
 * @param maxBack how many questions "back" can undo
 * @param maxWaiting replies kept until the person opens them; the mailbox keeps the rest
 * @param maxSteps steps one turn may walk; more is a loop in a flow
 * @param wrongReceipts wrong numbers before no more are looked up in this conversation
 * @param wrongPins wrong short numbers before the chat opens by the receipt only
 * @param placesPerPage options of one page of the place list
 * @param awayAfter silence after which the next word meets the neutral greeting
 * @param invitation how long after a person's own word replies are shown without an opener
 * @param lostAfter silence after a filed danger that is told to the team
 * @param receiptVisible how long the message with the receipt stays, where the platform can delete it
 * @param maxAttachments most voice notes and pictures that wait for one filing
 * @param pictures whether pictures, films and files of grown-ups are taken; of children, and while the age is not known,
 *     they never are
 */
@ConfigurationProperties("wasl.conversation")
public record ConversationSettings(
        @DefaultValue("12000") int maxStory,
        @DefaultValue("200") int maxLines,
        @DefaultValue("8000") int maxFragment,
        @DefaultValue("20") int maxBack,
        @DefaultValue("8") int maxWaiting,
        @DefaultValue("100") int maxSteps,
        @DefaultValue("5") int wrongReceipts,
        @DefaultValue("5") int wrongPins,
        @DefaultValue("8") int placesPerPage,
        @DefaultValue("30m") Duration awayAfter,
        @DefaultValue("15m") Duration invitation,
        @DefaultValue("10m") Duration lostAfter,
        @DefaultValue("2m") Duration receiptVisible,
        @DefaultValue("8") int maxAttachments,
        @DefaultValue("false") boolean pictures) {

    public static final ConversationSettings DEFAULTS = new ConversationSettings(
            12_000,
            200,
            8_000,
            20,
            8,
            100,
            5,
            5,
            8,
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            8,
            false);

    public ConversationSettings {
        positive("max-story", maxStory);
        positive("max-lines", maxLines);
        positive("max-fragment", maxFragment);
        positive("max-back", maxBack);
        positive("max-waiting", maxWaiting);
        positive("max-steps", maxSteps);
        positive("wrong-receipts", wrongReceipts);
        positive("wrong-pins", wrongPins);
        positive("places-per-page", placesPerPage);
        positive("away-after", awayAfter.toSeconds());
        positive("invitation", invitation.toSeconds());
        positive("lost-after", lostAfter.toSeconds());
        positive("receipt-visible", receiptVisible.toSeconds());
        positive("max-attachments", maxAttachments);
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("wasl.conversation." + name + ": " + value + " (expected: > 0)");
        }
    }
}
