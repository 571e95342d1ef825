package org.wasl.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The word by which a person tells the team that somebody forces their hand. It exists in safe mode only: one of several
 * neutral ones, picked by chance for this conversation and told once, in a message that is deleted soon. Elsewhere, and
 * before it was told, the same words are words like any other.
 */
final class SafeWord {

    /** How many there are; none of them is a move, an answer or anything the flow speaks of. */
    static final int COUNT = 8;

    /** What a text contains that tells it. */
    static final String PLACEHOLDER = "{duress}";

    private SafeWord() {}

    static String key(int word) {
        return "safe-word." + word;
    }

    /** The word of this conversation, picked when it is first told. */
    static String word(Talk talk) {
        Integer picked = talk.safeWord;
        if (picked == null) {
            picked = 1 + talk.chance(COUNT);
            talk.safeWord = picked;
        }
        return talk.words().say(key(picked));
    }

    /** Whether a whole message is that word, in any language: fear does not switch keyboards. */
    static boolean said(Talk talk, String message) {
        @Nullable Integer told = talk.safeWord;
        if (told == null || !talk.is(Flag.SAFE_MODE) || message.length() > 40) {
            return false;
        }
        String written = Folding.fold(message);
        return talk.material.catalogues().values().stream()
                .anyMatch(words -> Folding.fold(words.say(key(told))).equals(written));
    }
}
