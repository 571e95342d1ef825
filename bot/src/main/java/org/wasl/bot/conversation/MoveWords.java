package org.wasl.bot.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that, as a whole message, make a move. All languages count at any time: fear does not switch keyboards. */
final class MoveWords {

    private final Map<String, Move> byWord;

    private MoveWords(Map<String, Move> byWord) {
        this.byWord = byWord;
    }

    static MoveWords read(DataFile file) {
        Map<String, Move> byWord = new HashMap<>();
        for (Map.Entry<String, List<String>> entry : file.lists("words").entrySet()) {
            Move move;
            try {
                move = Move.valueOf(entry.getKey().toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                file.problem("move not known: " + entry.getKey());
                continue;
            }
            for (String word : entry.getValue()) {
                Move held = byWord.put(Folding.fold(word), move);
                if (held != null && held != move) {
                    file.problem("word stands for " + held + " and for " + move + ": " + word);
                }
            }
        }
        file.nothingElse();
        return new MoveWords(Map.copyOf(byWord));
    }

    @Nullable
    Move read(String message) {
        return message.length() > 40 ? null : byWord.get(Folding.fold(message));
    }

    boolean has(Move move) {
        return byWord.containsValue(move);
    }
}
