package org.wasl.bot.channel;

import java.util.List;

/**
 * One message to a citizen, already fitted to the channel's capabilities.
 *
 * @param id stable across retries
 * @param silent arrives without a sound where the platform can
 * @param protectedContent cannot be forwarded or saved where the platform can
 * @param direction {@code rtl} or {@code ltr}
 * @param locale language tag of the text, for screen readers
 * @param attachable what may be sent beside words from now on
 */
public record OutgoingMessage(
        String id,
        String text,
        List<OutgoingChoice> choices,
        boolean silent,
        boolean protectedContent,
        String direction,
        String locale,
        Attachable attachable) {

    /** A message behind which nothing but words is offered. */
    public OutgoingMessage(
            String id,
            String text,
            List<OutgoingChoice> choices,
            boolean silent,
            boolean protectedContent,
            String direction,
            String locale) {
        this(id, text, choices, silent, protectedContent, direction, locale, Attachable.NOTHING);
    }

    @Override
    public String toString() {
        return "OutgoingMessage[" + id + ", redacted]";
    }
}
