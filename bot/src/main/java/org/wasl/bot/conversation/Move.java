package org.wasl.bot.conversation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person can do at every step, in every language, by button, word or number. */
enum Move {
    SKIP,
    HELP,
    EXIT,
    BACK,
    REPEAT,
    LANGUAGE,
    PAUSE,
    HUMAN,
    REVIEW,
    CHANGE,
    NUMBER,
    TAKE_BACK,
    ERASE,
    MORE;

    /** Those under "more", in the order shown. */
    static final List<Move> UNDER_MORE = List.of(BACK, REPEAT, LANGUAGE, HUMAN, REVIEW, CHANGE, NUMBER, PAUSE, ERASE);

    /** The option id on the wire. */
    String id() {
        return "m-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The catalogue key of its label. */
    String label() {
        return "move." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Move ofId(String id) {
        for (Move move : values()) {
            if (move.id().equals(id)) {
                return move;
            }
        }
        return null;
    }
}
