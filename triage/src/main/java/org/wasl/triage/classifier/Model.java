package org.wasl.triage.classifier;

import java.util.List;
import java.util.Map;
import org.wasl.triage.report.Category;

/**
 * Everything that was learnt: what the file holds and the classifier reads by. Immutable.
 *
 * @param version for people: when its texts were frozen, and the beginning of the digest
 * @param inputs digest of the texts and settings it was made from
 * @param weights a column for each question, then one for each category
 * @param columns scale and starting point of each column, in the order of the weights
 * @param categories the categories of the columns after the questions
 * @param calibrations of the questions
 */
public record Model(
        String version,
        String inputs,
        Weights weights,
        List<Column> columns,
        List<Category> categories,
        Map<Question, Calibration> calibrations,
        Thresholds thresholds) {

    /**
     * @param scale what one step of a weight is worth
     * @param start the score of a text in which nothing is known
     */
    public record Column(double scale, double start) {}

    public Model {
        columns = List.copyOf(columns);
        categories = List.copyOf(categories);
        calibrations = Map.copyOf(calibrations);
        int expected = Question.values().length + categories.size();
        if (columns.size() != expected || weights.columns() != expected) {
            throw new IllegalArgumentException("model: " + columns.size() + " columns, weights of " + weights.columns()
                    + " (expected: " + expected + ")");
        }
        for (Question question : Question.values()) {
            if (!calibrations.containsKey(question)) {
                throw new IllegalArgumentException("model: no calibration of " + question);
            }
        }
    }

    /** How many features it knows. */
    public int features() {
        return weights.rows();
    }

    @Override
    public String toString() {
        return "Model[" + version + ", " + weights.rows() + " features]";
    }
}
