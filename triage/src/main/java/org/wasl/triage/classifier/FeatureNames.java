package org.wasl.triage.classifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.concept.Concepts;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/** The features of a text by name, for learning. Reading goes by their hashes and makes no names. */
public final class FeatureNames {

    private static final double CONCEPT = 3;
    private static final double CONCEPT_PAIR = 1.5;

    private FeatureNames() {}

    /** The features of each sentence, each once. */
    public static List<Set<String>> of(NormalText text) {
        List<Set<String>> sentences = new ArrayList<>();
        for (List<Token> sentence : text.sentences()) {
            Set<String> names = new LinkedHashSet<>();
            new Features((kind, hash, letters, from, to, first, last) ->
                            names.add(kind.letter + new String(letters, from, to - from)))
                    .of(sentence);
            sentences.add(names);
        }
        return sentences;
    }

    /** What the features depend on beside the text: a model made with other settings is stale. */
    public static String settings() {
        return "features " + Features.VERSION + "\n" + Concepts.ofClassPath().digest();
    }

    /**
     * How much more than a piece of a word a feature counts for alarms. What a word is about is one feature among
     * dozens the word has; what is known of it in all languages would drown in what was seen of one spelling.
     */
    public static double emphasis(String name) {
        if (name.charAt(0) == Features.Kind.CONCEPT.letter) {
            return CONCEPT;
        }
        return name.charAt(0) == Features.Kind.CONCEPT_PAIR.letter ? CONCEPT_PAIR : 1;
    }

    /** Whether it is a word as it stands in the text. */
    public static boolean isWord(String name) {
        return name.charAt(0) == Features.Kind.WORD.letter;
    }

    /** By what number the model file knows a feature. */
    public static long hash(String name) {
        return Hash.of(name.charAt(0), name, 1, name.length());
    }
}
