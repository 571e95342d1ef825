package org.wasl.triage.text;

import java.util.ArrayList;
import java.util.List;
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
        private static final Language[] LANGUAGES = Language.values();

        private final int[] points = new int[LANGUAGES.length];

        void add(Language language, int more) {
            points[language.ordinal()] += more;
        }

        int of(Language language) {
            return points[language.ordinal()];
        }

        void addAll(Ballot other) {
            for (int at = 0; at < points.length; at++) {
                points[at] += other.points[at];
            }
        }

        /** The one with most points; of equals the first in the order of the languages. */
        Language winner() {
            Language best = Language.OTHER;
            int most = 0;
            for (int at = 0; at < points.length; at++) {
                if (points[at] > most) {
                    most = points[at];
                    best = LANGUAGES[at];
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
            for (Token token : sentence) {
                words += token.kind() == Token.Kind.WORD ? 1 : 0;
            }
        }
        Language main = whole.winner();
        List<Language> sentences = new ArrayList<>(ballots.size());
        for (Ballot ballot : ballots) {
            Language winner = ballot.winner();
            sentences.add(winner == Language.OTHER ? main : winner);
        }
        return new Identified(main, List.copyOf(sentences), words);
    }
}
