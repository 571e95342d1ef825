package org.wasl.triage.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options after a command: {@code --name value} and {@code --switch}. */
final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> switches = new HashSet<>();

    /**
     * @param valued options that take a value
     * @param plain options that take none
     * @throws IllegalArgumentException for any other word
     */
    Options(List<String> words, Set<String> valued, Set<String> plain) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (plain.contains(word)) {
                switches.add(word);
            } else if (valued.contains(word) && at + 1 < words.size()) {
                values.put(word, words.get(++at));
            } else {
                throw new IllegalArgumentException(
                        "option '" + word + "' (expected: one of the usage, with its value)");
            }
        }
    }

    Path path(String name, Path otherwise) {
        return path(name).orElse(otherwise);
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    boolean has(String name) {
        return switches.contains(name);
    }
}
