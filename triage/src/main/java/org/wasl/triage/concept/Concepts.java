package org.wasl.triage.concept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wasl.triage.lexicon.Classes;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.lexicon.WordIndex;
import org.wasl.triage.text.Token;

/**
 * Which concepts a word carries. What was learnt of a concept in one language is known in all of them, and of words no
 * training text holds. All languages' words are looked up in every text. Immutable, safe for many threads.
 */
public final class Concepts {

    private static final String INVENTORY = "inventory.txt";
    private static final List<String> LANGUAGES =
            List.of("ar", "arabizi", "ckb", "ckb-latn", "kmr-arab", "kmr-latn", "en");

    private final List<String> names;
    private final WordIndex words;
    private final String digest;

    Concepts(List<String> names, WordIndex words, String digest) {
        this.names = List.copyOf(names);
        this.words = words;
        this.digest = digest;
    }

    /** Read once for the whole process: the files do not change while it runs. */
    private static final class Shared {
        static final Concepts CONCEPTS = read();
    }

    /**
     * With the words of the class path.
     *
     * @throws FaultyDataException with every problem found in them, at the first call
     */
    public static Concepts ofClassPath() {
        try {
            return Shared.CONCEPTS;
        } catch (ExceptionInInitializerError faulty) {
            if (faulty.getCause() instanceof FaultyDataException why) {
                throw why;
            }
            throw faulty;
        }
    }

    private static Concepts read() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            files.put("concept/" + language + ".txt", lines(language + ".txt"));
        }
        return ConceptReader.read("concept/" + INVENTORY, lines(INVENTORY), files);
    }

    /** The concepts of a word, numbered as in {@link #names()}; most words carry none or one. */
    public Classes of(Token token) {
        return words.of(token.folded());
    }

    /** What a concept is called. */
    public String name(int concept) {
        return names.get(concept);
    }

    /** In the order of the inventory. */
    public List<String> names() {
        return names;
    }

    /** SHA-256 of all files in hexadecimal digits. */
    public String digest() {
        return digest;
    }

    private static List<String> lines(String name) {
        try (InputStream in = Concepts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("triage data concept/" + name + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("triage data concept/" + name + ": cannot be read", unreadable);
        }
    }
}
