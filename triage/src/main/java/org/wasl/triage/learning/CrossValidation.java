package org.wasl.triage.learning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wasl.triage.classifier.Classifier;
import org.wasl.triage.classifier.Question;

/** Asks of every text what a model says of it that knows none of its writer's other texts. */
final class CrossValidation {

    private final Settings settings;
    private final Progress progress;

    CrossValidation(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    List<HeldOut> of(List<Example> examples) {
        return new Folds(examples).each((learnt, unseen) -> {
            progress.at("held out: " + unseen.size() + " of " + examples.size() + " texts");
            Classifier classifier = new Classifier(new ModelMaker(settings, false).scoring(learnt));
            return unseen.stream()
                    .map(example -> new HeldOut(example, scores(classifier, example)))
                    .toList();
        });
    }

    private static Map<Question, Double> scores(Classifier classifier, Example example) {
        Map<Question, Double> scores = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            scores.put(question, classifier.score(question, example.normal()));
        }
        return scores;
    }
}
