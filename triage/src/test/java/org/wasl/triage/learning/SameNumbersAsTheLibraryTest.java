package org.wasl.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wasl.triage.classifier.Classifier;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.classifier.Question;
import org.wasl.triage.classifier.Weights;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;

/** Reading by hashes and whole numbers gives what OpenNLP's own model gives for the same weights. */
class SameNumbersAsTheLibraryTest {

    private static final int LEARNT = 300;

    private static List<Example> examples = List.of();
    private static FeatureTable table = FeatureTable.of(List.of(), 1);
    private static Fit fit = Fit.of(new QNModel(new Context[0], new String[0], new String[] {"yes", "no"}));

    @BeforeAll
    static void learn() throws Exception {
        List<CorpusText> texts =
                new ArrayList<>(Corpus.read(Path.of("src/corpus")).train());
        java.util.Collections.shuffle(texts, new java.util.Random(3));
        examples = Example.of(texts.subList(0, LEARNT));
        List<Example> learnt = Romanised.with(examples);
        table = FeatureTable.of(learnt, 2);
        fit = new Learner(table)
                .fit(Weights.View.ALARM, learnt, example -> Questions.answer(Question.HARM, example.text()), 0.1, 20);
    }

    @Test
    void packingKeepsWhatTheLibraryLearnt() {
        Model model = new ModelMaker(new Settings(2, 0.1, 0.1, 20, 20), false).scoring(examples);
        Classifier classifier = new Classifier(model);
        QNModel library = library(name -> fit.weight(name, Questions.YES), name -> fit.weight(name, Questions.NO));
        for (Example example : examples) {
            if (example.features().size() == 1) {
                double packed = classifier.score(Question.HARM, example.normal());
                assertThat(packed).isCloseTo(logOdds(library, example), within(0.25));
            }
        }
    }

    /** With weights that are whole steps there is nothing to round, and nothing may differ. */
    @Test
    void readingAddsUpExactlyAsTheLibraryDoes() {
        Model model = new ModelMaker(new Settings(2, 0.1, 0.1, 20, 20), false).scoring(examples);
        Classifier classifier = new Classifier(model);
        PackedWeights packed = new PackedWeights(model, table);
        QNModel library = library(name -> packed.weight(Question.HARM, name), name -> 0);
        int compared = 0;
        for (Example example : examples) {
            if (example.features().size() == 1) {
                assertThat(classifier.score(Question.HARM, example.normal()))
                        .isCloseTo(logOdds(library, example), within(1e-4));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(LEARNT / 2);
    }

    /** What the packed model says a feature weighs. */
    private record PackedWeights(Model model, FeatureTable table) {

        double weight(Question question, String name) {
            Model.Column column = model.columns().get(question.ordinal());
            if (name.equals(Learner.START)) {
                return column.start();
            }
            int row = table.names().indexOf(name);
            return model.weights().cell(row, question.ordinal())
                    * column.scale()
                    * Weights.View.ALARM.steps()
                    / table.strength(Weights.View.ALARM, name);
        }
    }

    private static QNModel library(
            java.util.function.ToDoubleFunction<String> yes, java.util.function.ToDoubleFunction<String> no) {
        List<String> names = new ArrayList<>(table.names());
        names.add(Learner.START);
        Context[] contexts = names.stream()
                .map(name ->
                        new Context(new int[] {0, 1}, new double[] {yes.applyAsDouble(name), no.applyAsDouble(name)}))
                .toArray(Context[]::new);
        return new QNModel(contexts, names.toArray(String[]::new), new String[] {Questions.YES, Questions.NO});
    }

    private static double logOdds(QNModel library, Example example) {
        FeatureTable.Vector vector = table.vector(Weights.View.ALARM, example);
        List<String> names = new ArrayList<>(vector.names());
        float[] values = java.util.Arrays.copyOf(vector.values(), names.size() + 1);
        names.add(Learner.START);
        values[values.length - 1] = 1;
        double[] shares = library.eval(names.toArray(String[]::new), values);
        return Math.log(shares[0] / shares[1]);
    }
}
