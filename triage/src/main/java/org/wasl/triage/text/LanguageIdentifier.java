package org.wasl.triage.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wasl.triage.report.Language;

/**
 * Says in which language each sentence is written, and the whole. Rules over script, letters and function words; every
 * lexicon still reads every sentence, so a wrong answer here costs a weight, not a report.
 *
 * <p>What a trained detector says counts beside the rules, as a further {@link Witness}.
 */
public final class LanguageIdentifier {

    /** Something that speaks for languages, sentence by sentence. */
    interface Witness {
        /** Adds its points for this sentence. */
        void testify(List<Token> sentence, Ballot ballot);
    }

    /** Points collected per language. */
    static final class Ballot {
        private final Map<Language, Integer> points = new EnumMap<>(Language.class);

        void add(Language language, int more) {
            points.merge(language, more, Integer::sum);
        }

        int of(Language language) {
            return points.getOrDefault(language, 0);
        }

        void addAll(Ballot other) {
            other.points.forEach(this::add);
        }

        /** The one with most points; of equals the first in the order of the languages. */
        Language winner() {
            Language best = Language.OTHER;
            int most = 0;
            for (Map.Entry<Language, Integer> entry : points.entrySet()) {
                if (entry.getValue() > most) {
                    most = entry.getValue();
                    best = entry.getKey();
                }
            }
            return best;
        }
    }

    /**
     * What was found.
     *
     * @param main the language of most of the text; {@link Language#OTHER} where none shows itself
     * @param sentences the language of each sentence, in order
     * @param words how many words the text has in any script
     */
    public record Identified(Language main, List<Language> sentences, int words) {}

    private final List<Witness> witnesses;

    LanguageIdentifier(List<Witness> witnesses) {
        this.witnesses = List.copyOf(witnesses);
    }

    /** With the words of the class path. Throws if they are faulty. */
    public static LanguageIdentifier load() {
        return new LanguageIdentifier(List.of(new ScriptWitness(), WordWitness.load(), LearntWitness.load()));
    }

    public Identified identify(NormalText text) {
        Ballot whole = new Ballot();
        List<Ballot> ballots = new ArrayList<>();
        int words = 0;
        for (List<Token> sentence : text.sentences()) {
            Ballot ballot = new Ballot();
            for (Witness witness : witnesses) {
                witness.testify(sentence, ballot);
            }
            ballots.add(ballot);
            whole.addAll(ballot);
            words += (int) sentence.stream()
                    .filter(token -> token.kind() == Token.Kind.WORD)
                    .count();
        }
        Language main = whole.winner();
        List<Language> sentences = ballots.stream()
                .map(ballot -> ballot.winner() == Language.OTHER ? main : ballot.winner())
                .toList();
        return new Identified(main, sentences, words);
    }
}
