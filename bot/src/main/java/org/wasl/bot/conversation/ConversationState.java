package org.wasl.bot.conversation;

/**
 * Everything a conversation remembers between two turns. Opaque outside this package but for the two values a timer
 * and an outbox entry must carry; holds no address and no profile.
 */
public interface ConversationState {

    /** Short random id of this conversation; a tap carries it. A forgotten conversation begins again under another. */
    String session();

    /**
     * How often this conversation has advanced. A timer set in this turn's effects fires with this number in {@link
     * Input.TimerFired}; the dialogue itself ignores one it has set anew or cancelled since.
     */
    int turn();

    /**
     * Flow and revision this conversation stays on. Turns are counted by it, so that operators see when nobody stands
     * on an old one any more. Empty where a dialogue has no revisions.
     */
    default String flow() {
        return "";
    }
}
