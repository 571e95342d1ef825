package org.wasl.bot.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a message is made of one locale's strings alone: every line must be a line of its catalogue with its
 * placeholders filled, a name of a place or an answer there, or somebody's own words between isolates.
 */
final class SpokenWords {

    private static final String GAP = "\u25E6";
    private static final Pattern QUOTED =
            Pattern.compile("\u2068(?:[^\u2066\u2068\u2069]++|\u2066[^\u2069]*+\u2069)*+\u2069");
    private static final Pattern ISOLATED = Pattern.compile("\u2066[^\u2066\u2068\u2069]*\u2069");
    private static final Pattern COMMA = Pattern.compile(", |\u060C ");
    private static final List<Integer> HOURS = List.of(0, 1, 2, 4, 24, 72);

    private final Map<String, Set<String>> lines = new HashMap<>();
    private final Map<String, List<Pattern>> patterns = new HashMap<>();

    SpokenWords(Material material) {
        for (Catalogue words : material.catalogues().values()) {
            Set<String> plain = new HashSet<>();
            Set<String> gapped = new HashSet<>();
            for (String key : words.keys()) {
                for (int hours : HOURS) {
                    filled(words, key, hours).lines().forEach(line -> (line.contains(GAP) ? gapped : plain).add(line));
                }
            }
            material.places().all().forEach(place -> plain.add(place.name(words.locale())));
            plain.addAll(List.of("", "\u2026", "\u2014", GAP));
            lines.put(words.locale(), plain);
            // A line that is nothing but a placeholder is made of lines that stand in the catalogue themselves.
            patterns.put(
                    words.locale(),
                    gapped.stream()
                            .filter(line -> line.codePoints().anyMatch(Character::isLetter))
                            .map(SpokenWords::pattern)
                            .toList());
        }
    }

    private static String filled(Catalogue words, String key, int hours) {
        Map<String, Object> arguments = new HashMap<>();
        for (String name : Catalogue.placeholders(words.entry(key).pattern())) {
            arguments.put(name, name.equals("hours") ? hours : GAP);
        }
        return words.say(key, arguments);
    }

    private static Pattern pattern(String line) {
        return Pattern.compile(Pattern.compile(GAP)
                .splitAsStream(line + "\n")
                .map(piece -> Pattern.quote(piece.replace("\n", "")))
                .collect(Collectors.joining(".*")));
    }

    /** How many lines of a message are not this locale's. */
    long foreign(String locale, String message) {
        String masked =
                ISOLATED.matcher(QUOTED.matcher(message).replaceAll(GAP)).replaceAll(GAP);
        return masked.lines().filter(line -> !own(locale, line.strip())).count();
    }

    /** Whether this is one answer or several with commas between; an answer may hold a comma of its own. */
    private static boolean answers(Set<String> plain, String text) {
        if (plain.contains(text)) {
            return true;
        }
        Matcher comma = COMMA.matcher(text);
        while (comma.find()) {
            if (plain.contains(text.substring(0, comma.start())) && answers(plain, text.substring(comma.end()))) {
                return true;
            }
        }
        return false;
    }

    private boolean own(String locale, String line) {
        Set<String> plain = lines.getOrDefault(locale, Set.of());
        String bare = line.startsWith(GAP + " ") ? line.substring(2) : line;
        String label = bare.startsWith("\u2713 ") ? bare.substring(2) : bare;
        boolean headed = line.endsWith(":") && plain.contains(line.substring(0, line.length() - 1));
        if (headed || plain.contains(line) || plain.contains(label)) {
            return true;
        }
        int colon = bare.indexOf(": ");
        if (colon > 0 && plain.contains(bare.substring(0, colon))) {
            if (answers(plain, bare.substring(colon + 2))) {
                return true;
            }
        }
        return patterns.getOrDefault(locale, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(line).matches());
    }
}
