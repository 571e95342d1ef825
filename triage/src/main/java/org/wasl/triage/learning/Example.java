package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.wasl.triage.classifier.FeatureNames;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.text.NormalText;

/**
 * A text to learn from, with its features.
 *
 * @param features of each sentence
 */
record Example(CorpusText text, NormalText normal, List<Set<String>> features) {

    static Example of(CorpusText text) {
        NormalText normal = NormalText.of(text.text());
        return new Example(text, normal, FeatureNames.of(normal));
    }

    /** Of texts that have words at all. */
    static List<Example> of(Collection<CorpusText> texts) {
        List<Example> examples = new ArrayList<>(texts.size());
        for (CorpusText text : texts) {
            Example example = of(text);
            if (!example.features().isEmpty()) {
                examples.add(example);
            }
        }
        return List.copyOf(examples);
    }
}
