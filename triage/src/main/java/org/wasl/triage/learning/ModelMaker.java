package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.wasl.triage.classifier.Calibration;
import org.wasl.triage.classifier.FeatureNames;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.classifier.Question;
import org.wasl.triage.classifier.Thresholds;
import org.wasl.triage.classifier.Weights;
import org.wasl.triage.report.Category;

/** Fits the questions and the categories and packs them into one model of whole numbers. */
final class ModelMaker {

    /** Before it is known: what a score means is told apart from what it is. */
    private static final Calibration UNCALIBRATED = new Calibration(new double[] {-1, 1}, new double[] {0, 1});

    private static final Thresholds UNCHOSEN = new Thresholds(1, 1, 1, 0);

    private final Settings settings;
    private final boolean withCategories;

    /** @param withCategories whether categories are fitted too, which takes longest */
    ModelMaker(Settings settings, boolean withCategories) {
        this.settings = settings;
        this.withCategories = withCategories;
    }

    /** A model that scores, and does not know yet what its scores mean. */
    Model scoring(Collection<Example> written) {
        List<Example> examples = Romanised.with(written);
        FeatureTable table = FeatureTable.of(examples, settings.fewestTexts());
        Learner learner = new Learner(table);
        List<Packed> columns = new ArrayList<>(alarms(table, learner, examples));
        List<Category> categories = withCategories ? List.of(Category.values()) : List.of(Category.NONE);
        if (withCategories) {
            Fit fit = learner.fit(
                    Weights.View.TOPIC,
                    examples,
                    example -> example.text().category().name(),
                    settings.categoryPenalty(),
                    settings.categoryIterations());
            for (Category category : categories) {
                columns.add(packed(table, Weights.View.TOPIC, name -> fit.weight(name, category.name())));
            }
        } else {
            columns.add(packed(table, Weights.View.TOPIC, name -> 0));
        }
        return model(table, columns, categories);
    }

    /**
     * The columns of the questions. What is urgent is scored by the mean of two fits, whether it is urgent and whether
     * there is harm at all: on writers held out that tells urgent from calm better than either.
     */
    private List<Packed> alarms(FeatureTable table, Learner learner, Collection<Example> examples) {
        // Side by side: each fit is for itself, so the outcome does not depend on which is ready first.
        Map<Question, Fit> fits = Arrays.stream(Question.values())
                .parallel()
                .collect(Collectors.toMap(
                        Function.identity(),
                        question -> learner.fit(
                                Weights.View.ALARM,
                                examples,
                                example -> Questions.answer(question, example.text()),
                                settings.alarmPenalty(),
                                settings.alarmIterations())));
        List<Packed> columns = new ArrayList<>();
        for (Question question : Question.values()) {
            columns.add(packed(table, Weights.View.ALARM, name -> switch (question) {
                case URGENT -> (yes(fits, Question.URGENT, name) + yes(fits, Question.HARM, name)) / 2;
                case HARM, REPORT -> yes(fits, question, name);
            }));
        }
        return columns;
    }

    /** How much a feature speaks for a yes. */
    private static double yes(Map<Question, Fit> fits, Question question, String name) {
        Fit fit = Objects.requireNonNull(fits.get(question));
        return fit.weight(name, Questions.YES) - fit.weight(name, Questions.NO);
    }

    /** One column in whole numbers. */
    private record Packed(byte[] cells, Model.Column column) {}

    /** A feature's weight with its strength in it, as reading adds it up. */
    private static Packed packed(FeatureTable table, Weights.View view, ToDoubleFunction<String> weight) {
        List<String> names = table.names();
        double[] exact = new double[names.size()];
        double most = 0;
        for (int row = 0; row < exact.length; row++) {
            String name = names.get(row);
            exact[row] = weight.applyAsDouble(name) * table.strength(view, name) / view.steps();
            most = Math.max(most, Math.abs(exact[row]));
        }
        double scale = most == 0 ? 1 : most / Weights.MOST;
        byte[] cells = new byte[exact.length];
        for (int row = 0; row < exact.length; row++) {
            cells[row] = (byte) Math.round(exact[row] / scale);
        }
        return new Packed(cells, new Model.Column(scale, weight.applyAsDouble(Learner.START)));
    }

    private static Model model(FeatureTable table, List<Packed> columns, List<Category> categories) {
        List<String> names = table.names();
        long[] hashes = new long[names.size()];
        byte[][] strengths = new byte[Weights.View.values().length][names.size()];
        byte[] cells = new byte[names.size() * columns.size()];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = FeatureNames.hash(names.get(row));
            for (Weights.View view : Weights.View.values()) {
                strengths[view.ordinal()][row] = (byte) table.strength(view, names.get(row));
            }
            for (int column = 0; column < columns.size(); column++) {
                cells[row * columns.size() + column] = columns.get(column).cells()[row];
            }
        }
        Map<Question, Calibration> calibrations = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            calibrations.put(question, UNCALIBRATED);
        }
        return new Model(
                "unmeasured",
                "",
                new Weights(hashes, strengths, cells, columns.size()),
                columns.stream().map(Packed::column).toList(),
                categories,
                calibrations,
                UNCHOSEN);
    }
}
