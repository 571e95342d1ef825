package org.wasl.bot.conversation;

import java.util.List;
import java.util.Optional;
import org.wasl.bot.conversation.Speech.Shown;

/** Reads a typed answer as one of the choices on the screen: by number in any digit script, label, or unique prefix. */
final class Matching {

    private static final int SHORTEST_PREFIX = 2;
    private static final int LONGEST_ANSWER = 60;

    /** Signs that make a number one below zero, which stands before no choice. */
    private static final String BELOW_ZERO = "-−–";

    private Matching() {}

    /** A move is never made by a part of its label; {@code beginnings} tells whether anything else is chosen so. */
    static Optional<Shown> find(String text, List<Shown> shown, boolean beginnings) {
        if (text.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        String written = Folding.fold(text);
        if (written.matches("[0-9]{1,2}")) {
            if (BELOW_ZERO.indexOf(text.strip().charAt(0)) >= 0) {
                return Optional.empty();
            }
            int number = Integer.parseInt(written);
            return number >= 1 && number <= shown.size() ? Optional.of(shown.get(number - 1)) : Optional.empty();
        }
        if (written.length() < SHORTEST_PREFIX) {
            return Optional.empty();
        }
        Optional<Shown> exact = shown.stream()
                .filter(choice -> Folding.fold(choice.label()).equals(written))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        if (!beginnings) {
            return Optional.empty();
        }
        List<Shown> starting = shown.stream()
                .filter(choice -> Move.ofId(choice.option()) == null)
                .filter(choice -> Folding.fold(choice.label()).startsWith(written))
                .toList();
        return starting.size() == 1 ? Optional.of(starting.getFirst()) : Optional.empty();
    }
}
