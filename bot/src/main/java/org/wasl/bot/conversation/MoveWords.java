package org.wasl.bot.conversation;

import java.util.Collection;
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

    /** These words, and what stands on the moves' buttons: who reads a label may write it. */
    MoveWords withLabels(Collection<Catalogue> catalogues, Problems problems) {
        Map<String, Move> all = new HashMap<>(byWord);
        for (Catalogue words : catalogues) {
            for (Move move : Move.values()) {
                if (words.has(move.label())) {
                    String label = words.say(move.label());
                    Move held = all.put(Folding.fold(label), move);
                    if (held != null && held != move) {
                        problems.add("catalogue " + words.locale() + ": the label " + move.label()
                                + " is a word of the move " + held);
                    }
                }
            }
        }
        return new MoveWords(Map.copyOf(all));
    }

    @Nullable
    Move read(String message) {
        return message.length() > 40 ? null : byWord.get(Folding.fold(message));
    }

    boolean has(Move move) {
        return byWord.containsValue(move);
    }
}
