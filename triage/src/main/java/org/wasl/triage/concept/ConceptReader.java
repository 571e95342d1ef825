package org.wasl.triage.concept;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.lexicon.Problems;
import org.wasl.triage.lexicon.WordForms;
import org.wasl.triage.lexicon.WordIndex;
import org.wasl.triage.report.Language;

/**
 * Reads the inventory and the words of each language. Every mistake of every file is collected with its line; nothing
 * half-read is ever used. The format is told in the module's README.
 */
final class ConceptReader {

    private static final String FORMAT = "wasl-concepts 1";

    private final Problems problems = new Problems();
    private final Map<String, Integer> ids = new HashMap<>();
    private final WordIndex.Builder words = new WordIndex.Builder();
    private final MessageDigest digest = sha256();
    private final Set<String> seen = new HashSet<>();

    private boolean inventory;
    private String language = "";
    private boolean formatSeen;

    /** @throws FaultyDataException with every problem of every file */
    static Concepts read(String inventoryName, List<String> inventory, Map<String, List<String>> files) {
        ConceptReader reader = new ConceptReader();
        reader.inventory = true;
        reader.readFile(inventoryName, inventory);
        reader.inventory = false;
        files.forEach(reader::readFile);
        reader.problems.throwIfPresent();
        return new Concepts(
                reader.ids.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList(),
                reader.words.build(),
                HexFormat.of().formatHex(reader.digest.digest()));
    }

    private void readFile(String name, List<String> lines) {
        language = "";
        formatSeen = false;
        seen.clear();
        int line = 0;
        for (String text : lines) {
            line++;
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            String bare = text.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            try {
                read(bare);
            } catch (IllegalArgumentException faulty) {
                problems.add(name, line, String.valueOf(faulty.getMessage()));
            }
        }
        if (!formatSeen) {
            problems.add(name, 1, "no format line (expected: format " + FORMAT + ")");
        }
    }

    private void read(String text) {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1).strip();
        switch (word) {
            case "format" -> format(rest);
            case "version" -> version(rest);
            case "language" -> language = Language.ofWire(rest).wire();
            case "concept" -> concept(halves(rest, "concept name = what belongs in it")[0]);
            case "words" -> words(halves(rest, "words concept = words"));
            default -> throw new IllegalArgumentException("unknown word '" + word + "'");
        }
    }

    private void format(String rest) {
        formatSeen = true;
        if (!rest.equals(FORMAT)) {
            throw new IllegalArgumentException("format '" + rest + "' (expected: " + FORMAT + ")");
        }
    }

    private static void version(String rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("no version (expected: version 2026.11.1)");
        }
    }

    private void concept(String name) {
        if (!inventory) {
            throw new IllegalArgumentException("concepts are named in the inventory only");
        }
        if (ids.putIfAbsent(name, ids.size()) != null) {
            throw new IllegalArgumentException("concept '" + name + "' twice");
        }
    }

    private void words(String[] parts) {
        if (language.isEmpty()) {
            throw new IllegalArgumentException("no language line above");
        }
        Integer id = ids.get(parts[0]);
        if (id == null) {
            throw new IllegalArgumentException("'" + parts[0] + "' is not in the inventory");
        }
        for (String written : WordForms.apart(parts[1])) {
            if (!seen.add(parts[0] + " " + written)) {
                throw new IllegalArgumentException("'" + written + "' twice under '" + parts[0] + "'");
            }
            words.add(written, id);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String[] halves(String rest, String expected) {
        String[] parts = rest.split("\\s*=\\s*", 2);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException("expected: " + expected);
        }
        return parts;
    }
}
