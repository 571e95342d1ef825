package org.wasl.triage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.wasl.triage.report.Language;

/**
 * What OpenNLP's language detector learnt from the project's own texts, and from copies of them as other keyboards would
 * have them. Speaks the louder the more words there are, like the other witnesses.
 */
final class LearntWitness implements LanguageIdentifier.Witness {

    private static final String FILE = "language-model.bin";

    /** A sentence is known by its beginning; the work stays bounded. */
    private static final int MOST_WORDS = 12;

    /** How much a word of a certain answer weighs; with the modesty below, less than a frequent function word. */
    private static final double POINTS_A_WORD = 8;

    /** So sure it must be where nothing else knows the words: keys struck at random look like some language too. */
    private static final double SURE = 0.9;

    /**
     * How much less sure of itself it is taken to be: it learnt from reports, and other talk looks odder to it than it
     * is. Shares are flattened by this root before they count.
     */
    private static final double MODESTY = 8;

    private final LetterRunModel model;

    LearntWitness(LetterRunModel model) {
        this.model = model;
    }

    static LearntWitness load() {
        LetterRuns.allowed();
        try (InputStream in = LearntWitness.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("triage data " + FILE + ": not on the class path");
            }
            return new LearntWitness(LetterRunModel.of(new LanguageDetectorModel(in)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("triage data " + FILE + ": cannot be read", unreadable);
        }
    }

    @Override
    public void testify(List<Token> sentence, LanguageIdentifier.Ballot ballot) {
        List<String> words = words(sentence);
        if (words.isEmpty()) {
            return;
        }
        boolean alone = ballot.winner() == Language.OTHER;
        double[] shares = model.shares(words);
        double[] modest = flattened(shares);
        for (int at = 0; at < shares.length; at++) {
            if (alone && shares[at] < SURE) {
                continue;
            }
            int points = (int) Math.round(POINTS_A_WORD * words.size() * modest[at]);
            if (points > 0) {
                ballot.add(model.languages().get(at), points);
            }
        }
    }

    private static double[] flattened(double[] shares) {
        double[] flat = new double[shares.length];
        double whole = 0;
        for (int at = 0; at < shares.length; at++) {
            flat[at] = StrictMath.pow(shares[at], 1 / MODESTY);
            whole += flat[at];
        }
        for (int at = 0; at < flat.length; at++) {
            flat[at] /= whole;
        }
        return flat;
    }

    /** The words of a sentence that count, in the light key. */
    static List<String> words(List<Token> sentence) {
        List<String> words = new ArrayList<>(MOST_WORDS);
        for (int at = 0; at < sentence.size() && words.size() < MOST_WORDS; at++) {
            if (sentence.get(at).kind() == Token.Kind.WORD) {
                words.add(sentence.get(at).light());
            }
        }
        return words;
    }

    /** What the detector is shown of words. */
    static String sample(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
