package org.wasl.triage.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.wasl.triage.report.Category;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/**
 * Reads by what was learnt. A text's score for a question is the highest any choice of its sentences gives: whatever is
 * added to a text, wherever, no score falls. Immutable, safe for many threads; the work is linear in the text, but for
 * the ordering of its sentences.
 *
 * <p>A sentence's score is the sum of its features' weights over the length of its feature vector, as a maximum entropy
 * model of length-normalised vectors has it.
 */
public final class Classifier {

    private static final String FILE = "model.bin";

    /** Further categories must be at least this probable, in comparison with the first. */
    private static final double ALSO = 0.5;

    private static final int MOST_ALSO = 3;

    private final Model model;
    private final Weights weights;
    private final int columns;

    public Classifier(Model model) {
        this.model = model;
        this.weights = model.weights();
        this.columns = weights.columns();
    }

    /**
     * With the model of the class path.
     *
     * @throws StaleModelException if it is of another time than this program
     */
    public static Classifier load() {
        try (InputStream in = Classifier.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new StaleModelException("not on the class path");
            }
            return new Classifier(ModelFile.read(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("classifier model: cannot be read", unreadable);
        }
    }

    public Model model() {
        return model;
    }

    /** The sums of one sentence. */
    private static final class Sums {
        final int[] columns;
        long square;

        Sums(int count) {
            columns = new int[count];
        }

        double length() {
            return Math.sqrt(Math.max(1, square));
        }
    }

    /** Reads a text of at least one sentence. */
    public Reading read(NormalText text) {
        List<Sums> sentences = sums(text);
        double urgent = probability(Question.URGENT, sentences);
        double harm = probability(Question.HARM, sentences);
        double report = probability(Question.REPORT, sentences);
        Thresholds at = model.thresholds();
        Reading.Verdict verdict = urgent >= at.urgent()
                ? Reading.Verdict.DANGER
                : harm >= at.harm()
                        ? Reading.Verdict.HARM
                        : report >= at.report() ? Reading.Verdict.OPEN : Reading.Verdict.EVERYDAY;
        boolean ask = urgent >= at.ask() && urgent < at.urgent();
        boolean raises = verdict == Reading.Verdict.DANGER || verdict == Reading.Verdict.HARM;
        Question asked = verdict == Reading.Verdict.DANGER ? Question.URGENT : Question.HARM;
        return new Reading(
                urgent,
                harm,
                report,
                verdict,
                ask,
                categories(sentences),
                raises ? new Weighing(weights, asked.ordinal()).heaviest(text) : null);
    }

    /** The score of a text for a question, before calibration. */
    public double score(Question question, NormalText text) {
        return score(question.ordinal(), sums(text));
    }

    private double probability(Question question, List<Sums> sentences) {
        Calibration calibration = model.calibrations().get(question);
        if (calibration == null) {
            throw new IllegalStateException("model: no calibration of " + question);
        }
        return calibration.probability(score(question.ordinal(), sentences));
    }

    private List<Sums> sums(NormalText text) {
        List<Sums> sentences = new ArrayList<>(text.sentences().size());
        BitSet seen = new BitSet(weights.rows());
        for (List<Token> sentence : text.sentences()) {
            Sums sums = new Sums(columns);
            seen.clear();
            new Features((kind, characters, from, to, first, last) -> {
                        int row = weights.row(Hash.of(kind.letter, characters, from, to));
                        if (row >= 0 && !seen.get(row)) {
                            seen.set(row);
                            weights.addTo(sums.columns, row);
                            sums.square += (long) weights.rarity(row) * weights.rarity(row);
                        }
                    })
                    .of(sentence);
            sentences.add(sums);
        }
        return sentences;
    }

    /**
     * The highest score of any choice of sentences. With sums n and squared lengths q, n over the root of q is greatest
     * for the sentences of greatest n/q, so many of them as raise it: only those choices need to be tried. Where no
     * sentence speaks for a yes, the best single one counts.
     */
    private double score(int column, List<Sums> sentences) {
        double best = Double.NEGATIVE_INFINITY;
        for (Sums sums : sentences) {
            best = Math.max(best, sums.columns[column] / sums.length());
        }
        if (best > 0 && sentences.size() > 1) {
            List<Sums> ordered = new ArrayList<>(sentences);
            ordered.sort(
                    Comparator.comparingDouble((Sums sums) -> -(double) sums.columns[column] / Math.max(1, sums.square))
                            .thenComparingLong(sums -> sums.square));
            long sum = 0;
            long square = 0;
            for (Sums sums : ordered) {
                sum += sums.columns[column];
                square += Math.max(1, sums.square);
                best = Math.max(best, sum / Math.sqrt(square));
            }
        }
        Model.Column scaled = model.columns().get(column);
        return best * scaled.scale() * Weights.RARITY_STEPS + scaled.start();
    }

    /** Over the whole text: what it is about is no matter of more or less. */
    private List<Category> categories(List<Sums> sentences) {
        double square = 0;
        for (Sums sums : sentences) {
            square += Math.max(1, sums.square);
        }
        double[] scores = new double[model.categories().size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < scores.length; at++) {
            int column = Question.values().length + at;
            long sum = 0;
            for (Sums sums : sentences) {
                sum += sums.columns[column];
            }
            Model.Column scaled = model.columns().get(column);
            scores[at] = sum / Math.sqrt(square) * scaled.scale() * Weights.RARITY_STEPS + scaled.start();
            most = Math.max(most, scores[at]);
        }
        List<Category> best = new ArrayList<>();
        while (best.size() <= MOST_ALSO) {
            int next = highest(scores);
            if (scores[next] < most + Math.log(ALSO)) {
                break;
            }
            best.add(model.categories().get(next));
            scores[next] = Double.NEGATIVE_INFINITY;
        }
        return List.copyOf(best);
    }

    private static int highest(double[] scores) {
        int best = 0;
        for (int at = 1; at < scores.length; at++) {
            if (scores[at] > scores[best]) {
                best = at;
            }
        }
        return best;
    }
}
