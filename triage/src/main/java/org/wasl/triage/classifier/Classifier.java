package org.wasl.triage.classifier;

import static org.wasl.triage.classifier.Weights.View.ALARM;
import static org.wasl.triage.classifier.Weights.View.TOPIC;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wasl.triage.report.Category;
import org.wasl.triage.text.NormalText;

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

    public Classifier(Model model) {
        this.model = model;
        this.weights = model.weights();
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

    /** Reads a text of at least one sentence. */
    public Reading read(NormalText text) {
        KnownFeatures known = KnownFeatures.of(text, weights);
        List<Tally> sentences = sums(known);
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
                categories(sentences, verdict == Reading.Verdict.EVERYDAY),
                raises ? new Weighing(weights, asked.ordinal()).heaviest(text, known) : null);
    }

    /** The score of a text for a question, before calibration. */
    public double score(Question question, NormalText text) {
        return score(question.ordinal(), sums(KnownFeatures.of(text, weights)));
    }

    private double probability(Question question, List<Tally> sentences) {
        Calibration calibration = model.calibrations().get(question);
        if (calibration == null) {
            throw new IllegalStateException("model: no calibration of " + question);
        }
        return calibration.probability(score(question.ordinal(), sentences));
    }

    private List<Tally> sums(KnownFeatures known) {
        List<Tally> sentences = new ArrayList<>(known.sentences());
        for (int sentence = 0; sentence < known.sentences(); sentence++) {
            Tally tally = new Tally(weights);
            for (int at = known.begin(sentence); at < known.end(sentence); at++) {
                tally.add(known.place(at));
            }
            tally.unknown(known.unknownWords(sentence));
            sentences.add(tally.done());
        }
        return sentences;
    }

    /**
     * The highest score of any choice of sentences. With sums n and squared lengths q, n over the root of q is greatest
     * for the sentences of greatest n/q, so many of them as raise it: only those choices need to be tried. Where no
     * sentence speaks for a yes, the best single one counts.
     */
    private double score(int column, List<Tally> sentences) {
        double best = Double.NEGATIVE_INFINITY;
        for (Tally sums : sentences) {
            best = Math.max(best, sums.sum(column) / Math.sqrt(sums.square(ALARM) + ALARM.doubt()));
        }
        if (best > 0 && sentences.size() > 1) {
            List<Tally> ordered = new ArrayList<>(sentences);
            ordered.sort(Comparator.comparingDouble((Tally sums) -> -(double) sums.sum(column) / sums.square(ALARM))
                    .thenComparingLong(sums -> sums.square(ALARM)));
            long sum = 0;
            long square = ALARM.doubt();
            for (Tally sums : ordered) {
                sum += sums.sum(column);
                square += sums.square(ALARM);
                best = Math.max(best, sum / Math.sqrt(square));
            }
        }
        Model.Column scaled = model.columns().get(column);
        return best * scaled.scale() * ALARM.steps() + scaled.start();
    }

    /**
     * Over the whole text: what it is about is no matter of more or less. Everyday talk is about nothing or a question,
     * and what is not everyday talk is about something.
     */
    private List<Category> categories(List<Tally> sentences, boolean everyday) {
        double square = 0;
        for (Tally sums : sentences) {
            square += sums.square(TOPIC);
        }
        double[] scores = new double[model.categories().size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < scores.length; at++) {
            int column = Question.values().length + at;
            long sum = 0;
            for (Tally sums : sentences) {
                sum += sums.sum(column);
            }
            Model.Column scaled = model.columns().get(column);
            Category category = model.categories().get(at);
            boolean fits = everyday
                    ? category == Category.NONE || category == Category.INF
                    : category != Category.NONE || scores.length == 1;
            scores[at] = fits
                    ? sum / Math.sqrt(square) * scaled.scale() * TOPIC.steps() + scaled.start()
                    : Double.NEGATIVE_INFINITY;
            most = Math.max(most, scores[at]);
        }
        List<Category> best = new ArrayList<>();
        while (best.size() <= MOST_ALSO) {
            int next = highest(scores);
            if (scores[next] == Double.NEGATIVE_INFINITY || scores[next] < most + Math.log(ALSO)) {
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
