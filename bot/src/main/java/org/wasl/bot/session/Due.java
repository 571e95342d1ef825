package org.wasl.bot.session;

import org.wasl.bot.channel.ChannelAddress;

/**
 * Something set for a time. In the store its id is a keyed hash and its body is sealed, so its name, which may tell what
 * the conversation is about, is not there to read; that it is due at some minute is.
 *
 * @param name of the dialogue's timer, of the message to delete, or of the question by mark
 * @param turn the dialogue's turn it was set in
 */
record Due(ChannelAddress address, Kind kind, String name, int turn, String incarnation) {

    /** What happens then. */
    enum Kind {
        TIMER,
        DELETION,
        /** All of a chat that was in safe mode. */
        CLEARING,
        MARK,
        HANDED_BACK
    }

    String id(ConversationKey key, ConversationNames names) {
        return id(key, names, kind, name);
    }

    static String id(ConversationKey key, ConversationNames names, Kind kind, String name) {
        return key.hex() + ":"
                + names.other("timer", key.hex(), kind.name(), name).substring(0, 16);
    }

    byte[] sealed(DraftSeal seal, String id) {
        PackedWriter out = new PackedWriter().tag(1);
        ArrivalForm.address(out, address);
        return seal.seal(
                out.text(kind.name()).text(name).small(turn).text(incarnation).toBytes(), "due", id);
    }

    /** Throws {@link IllegalArgumentException} when it does not open. */
    static Due open(String id, byte[] sealed, DraftSeal seal) {
        PackedReader in = new PackedReader(
                seal.open(sealed, "due", id).orElseThrow(() -> new IllegalArgumentException("timer does not open")));
        if (in.tag() != 1) {
            throw in.unknown("version");
        }
        return new Due(ArrivalForm.address(in), Kind.valueOf(in.text()), in.text(), in.small(), in.text());
    }

    @Override
    public String toString() {
        return "Due[" + kind + ", redacted]";
    }
}
