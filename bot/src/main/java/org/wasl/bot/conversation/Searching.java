package org.wasl.bot.conversation;

import java.util.List;

/**
 * Words by which somebody wants to learn whether, or where, another person wrote to us. They choose what is asked next
 * and nothing else: no level, and no answer that depends on what is stored.
 */
final class Searching {

    private final List<String> people;
    private final List<String> contacted;
    private final List<String> fled;
    private final List<String> whereabouts;

    private Searching(List<String> people, List<String> contacted, List<String> fled, List<String> whereabouts) {
        this.people = people;
        this.contacted = contacted;
        this.fled = fled;
        this.whereabouts = whereabouts;
    }

    static Searching read(DataFile file) {
        Searching searching = new Searching(
                folded(file, "people"), folded(file, "contacted"), folded(file, "fled"), folded(file, "whereabouts"));
        file.nothingElse();
        return searching;
    }

    private static List<String> folded(DataFile file, String key) {
        List<String> words = file.texts(key).stream().map(Searching::spaced).toList();
        if (words.isEmpty()) {
            file.problem(key + " is empty");
        }
        return words;
    }

    /** Whether a text asks for a person: one of the people, and that they came to us, or that they left and where. */
    boolean asks(String text) {
        String words = spaced(text);
        return any(words, people) && (any(words, contacted) || any(words, whereabouts) && any(words, fled));
    }

    private static String spaced(String text) {
        return " " + Folding.fold(text) + " ";
    }

    private static boolean any(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
