package org.wasl.bot.channel;

/** What a person did. Closed; it cannot hold a name, a phone number, a picture or a language setting. */
public sealed interface InboundContent {

    /** Wrote text. */
    record Text(String text) implements InboundContent {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters, redacted]";
        }
    }

    /** Tapped a button; {@code token} is what {@link OutgoingChoice#token()} said. */
    record Tap(String token) implements InboundContent {}

    /** Opened the chat, or sent the start command; {@code campaign} is a short code or empty. */
    record Started(String campaign) implements InboundContent {}

    /** Sent a voice note, picture, video or file; {@code promise} is the platform's id by which it could be fetched. */
    record Media(MediaKind kind, String promise, long size, String albumId) implements InboundContent {
        @Override
        public String toString() {
            return "Media[" + kind + "]";
        }
    }

    /** Sent a place, already reduced to about one kilometre. */
    record Place(double latitude, double longitude) implements InboundContent {
        @Override
        public String toString() {
            return "Place[redacted]";
        }
    }

    /** Something the chat has no use for; nothing of it is kept. */
    record Unsupported(UnsupportedKind kind) implements InboundContent {}

    /** Blocked the bot or left the chat. */
    record Left() implements InboundContent {}

    /**
     * Used the page's own quick exit: the page is blank already and shows nothing more. Counts as EXIT; nothing can be
     * sent there any more.
     */
    record Exited() implements InboundContent {}

    /** Kinds of media. */
    enum MediaKind {
        VOICE,
        PICTURE,
        VIDEO,
        FILE
    }

    /** What was not understood. */
    enum UnsupportedKind {
        GROUP,
        EDIT,
        CONTACT,
        STICKER,
        FORWARD,
        OTHER
    }
}
