package org.wasl.bot.channel;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Divides text that is longer than a channel takes. Nothing is lost: the parts put together are the text. */
public final class MessageParts {

    private MessageParts() {}

    /**
     * Parts of at most {@code max} UTF-16 units each, what Telegram counts by; never inside a sign a reader sees as
     * one, and after a line or a word where there is one in the second half.
     */
    public static List<String> of(String text, int max) {
        if (max < 2) {
            throw new IllegalArgumentException("max: " + max + " (expected: > 1)");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (text.length() - from > max) {
            int to = end(text, from, max);
            parts.add(text.substring(from, to));
            from = to;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int end(String text, int from, int max) {
        int limit = from + max;
        for (char gap : new char[] {'\n', ' '}) {
            int at = text.lastIndexOf(gap, limit - 1);
            if (at >= from + max / 2) {
                return at + 1;
            }
        }
        BreakIterator signs = BreakIterator.getCharacterInstance(ULocale.ROOT);
        signs.setText(text);
        int at = signs.isBoundary(limit) ? limit : signs.preceding(limit);
        if (at > from) {
            return at;
        }
        // One sign longer than a whole message: no reader wrote that.
        return Character.isLowSurrogate(text.charAt(limit)) && Character.isHighSurrogate(text.charAt(limit - 1))
                ? limit - 1
                : limit;
    }
}
