package org.wasl.triage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
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

    /** How much a word of a certain answer weighs: less than one frequent function word of the word lists. */
    private static final double POINTS_A_WORD = 3;

    /** So sure it must be where nothing else knows the words: keys struck at random look like some language too. */
    private static final double SURE = 0.9;

    private final LanguageDetector detector;

    LearntWitness(LanguageDetector detector) {
        this.detector = detector;
    }

    static LearntWitness load() {
        LetterRuns.allowed();
        try (InputStream in = LearntWitness.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("triage data " + FILE + ": not on the class path");
            }
            return new LearntWitness(new LanguageDetectorME(new LanguageDetectorModel(in)));
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
        for (opennlp.tools.langdetect.Language heard : detector.predictLanguages(sample(words))) {
            if (alone && heard.getConfidence() < SURE) {
                continue;
            }
            int points = (int) Math.round(POINTS_A_WORD * words.size() * heard.getConfidence());
            if (points > 0) {
                ballot.add(Language.ofWire(heard.getLang()), points);
            }
        }
    }

    /** The words of a sentence that count, in the light key. */
    static List<String> words(List<Token> sentence) {
        return sentence.stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .limit(MOST_WORDS)
                .map(Token::light)
                .toList();
    }

    /** What the detector is shown of words. */
    static String sample(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
