package org.wasl.bot.channel;

/** What must be true of text before it goes further, whatever the channel. */
public final class ReceivedText {

    private static final char REPLACEMENT = '\uFFFD';

    private ReceivedText() {}

    /**
     * The text with every half of a surrogate pair that stands alone replaced, since it could not be stored as UTF-8.
     * Nothing else is changed: signs that turn the reading direction are part of what was sent, and are contained where
     * they are shown.
     */
    public static String storable(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                storable.append(unit);
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                storable.append(unit).append(text.charAt(++i));
            } else {
                storable.append(REPLACEMENT);
            }
        }
        return storable.toString();
    }

    /** Whether it holds signs no keyboard writes, such as NUL: a file taken for text. */
    public static boolean looksBinary(String text) {
        return text.chars()
                .anyMatch(unit -> unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t' || unit == 0x7F);
    }
}
