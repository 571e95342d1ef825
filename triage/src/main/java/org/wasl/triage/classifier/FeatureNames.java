package org.wasl.triage.classifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/** The features of a text by name, for learning. Reading goes by their hashes and makes no names. */
public final class FeatureNames {

    private FeatureNames() {}

    /** The features of each sentence, each once. */
    public static List<Set<String>> of(NormalText text) {
        List<Set<String>> sentences = new ArrayList<>();
        for (List<Token> sentence : text.sentences()) {
            Set<String> names = new LinkedHashSet<>();
            new Features((kind, characters, from, to, first, last) -> names.add(
                            kind.letter + characters.subSequence(from, to).toString()))
                    .of(sentence);
            sentences.add(names);
        }
        return sentences;
    }

    /** What the features depend on beside the text: a model made with other settings is stale. */
    public static String settings() {
        return "features " + Features.VERSION + "\n" + Concepts.text();
    }

    /** By what number the model file knows a feature. */
    public static long hash(String name) {
        return Hash.of(name.charAt(0), name, 1, name.length());
    }
}
