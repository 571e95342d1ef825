package org.wasl.triage.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wasl.triage.classifier.Classifier;
import org.wasl.triage.classifier.Question;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;

/** How much more texts help: the classifier alone, learnt from growing shares of each writer's texts. */
public final class LearningCurve {

    private static final List<Double> SHARES = List.of(0.125, 0.25, 0.5, 0.75, 1.0);

    private final Path folder;
    private final Progress progress;

    public LearningCurve(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * A table: for each share the part of pairs of an urgent and a calm development text of which the urgent one scores
     * higher, by language.
     */
    public String measure() throws IOException {
        Corpus corpus = Corpus.read(folder);
        List<Example> unseen = Example.of(corpus.dev());
        List<String> languages = corpus.dev().stream()
                .map(CorpusText::language)
                .distinct()
                .sorted()
                .toList();
        StringBuilder out = new StringBuilder("| texts learnt |");
        languages.forEach(language -> out.append(' ').append(language).append(" |"));
        out.append("\n|---|").append("---|".repeat(languages.size())).append('\n');
        for (double share : SHARES) {
            List<Example> learnt = Example.of(part(corpus.train(), share));
            progress.at("learning from " + learnt.size() + " texts");
            Classifier classifier = new Classifier(new ModelMaker(Settings.DEFAULTS, false).scoring(learnt));
            out.append("| ").append(learnt.size()).append(" |");
            for (String language : languages) {
                out.append(String.format(Locale.ROOT, " %.3f |", separation(classifier, unseen, language)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** The first texts of each writer. */
    private static List<CorpusText> part(List<CorpusText> texts, double share) {
        Map<String, Integer> sizes = new HashMap<>();
        texts.forEach(text -> sizes.merge(text.writer(), 1, Integer::sum));
        Map<String, Integer> taken = new HashMap<>();
        List<CorpusText> part = new ArrayList<>();
        for (CorpusText text : texts) {
            if (taken.merge(text.writer(), 1, Integer::sum) <= share * sizes.getOrDefault(text.writer(), 0)) {
                part.add(text);
            }
        }
        return part;
    }

    /** The area under the curve of recall against false alarms. */
    private static double separation(Classifier classifier, List<Example> unseen, String language) {
        List<Double> urgent = new ArrayList<>();
        List<Double> calm = new ArrayList<>();
        for (Example example : unseen) {
            if (example.text().language().equals(language)) {
                double score = classifier.score(Question.URGENT, example.normal());
                if (example.text().level().urgent()) {
                    urgent.add(score);
                } else if (example.text().calm()) {
                    calm.add(score);
                }
            }
        }
        double higher = 0;
        for (double one : urgent) {
            for (double other : calm) {
                higher += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return higher / Math.max(1, (double) urgent.size() * calm.size());
    }
}
