package org.wasl.triage.classifier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Token;

/** Finds the words that spoke most for a yes: a run of words of one sentence whose features' weights sum highest. */
final class Weighing {

    /** No longer run is shown: an explanation points, it does not repeat the text. */
    private static final int MOST_WORDS = 10;

    private final Weights weights;
    private final int column;

    Weighing(Weights weights, int column) {
        this.weights = weights;
        this.column = column;
    }

    /** The span of the heaviest words of all sentences; {@code null} if no word speaks for a yes. */
    Reading.@Nullable Span heaviest(NormalText text, KnownFeatures known) {
        Reading.@Nullable Span best = null;
        double most = 0;
        for (int nth = 0; nth < known.sentences(); nth++) {
            List<Token> sentence = text.sentences().get(nth);
            double[] heavy = words(sentence.size(), nth, known);
            for (int from = 0; from < heavy.length; from++) {
                double sum = 0;
                for (int to = from; to < Math.min(heavy.length, from + MOST_WORDS); to++) {
                    sum += heavy[to];
                    if (sum > most) {
                        most = sum;
                        best = span(sentence, from, to);
                    }
                }
            }
        }
        return best;
    }

    private static Reading.Span span(List<Token> tokens, int from, int to) {
        return new Reading.Span(tokens.get(from).start(), tokens.get(to).end());
    }

    /** What each word contributes; a feature of two words counts half for each. */
    private double[] words(int words, int sentence, KnownFeatures known) {
        double[] heavy = new double[words];
        for (int at = known.begin(sentence); at < known.end(sentence); at++) {
            if (!known.ofWords(at)) {
                continue;
            }
            int first = known.first(at);
            int last = known.last(at);
            double share = weights.weight(known.place(at), column) / (first == last ? 1.0 : 2.0);
            heavy[first] += share;
            if (first != last) {
                heavy[last] += share;
            }
        }
        return heavy;
    }
}
