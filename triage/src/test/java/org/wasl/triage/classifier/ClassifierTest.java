package org.wasl.triage.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.text.NormalText;

/** The shipped model as it reads: nothing added lowers, order changes nothing, the work is bounded. */
class ClassifierTest {

    private static final Classifier CLASSIFIER = Classifier.load();
    private static final List<String> TEXTS = texts();

    @Test
    void noSentenceAddedAnywhereLowersAnyScore() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            List<String> sentences = some(random, 1 + random.nextInt(5));
            List<String> more = new ArrayList<>(sentences);
            more.add(random.nextInt(more.size() + 1), TEXTS.get(random.nextInt(TEXTS.size())));
            for (Question question : Question.values()) {
                assertThat(score(question, more))
                        .as("%s, round %d", question, round)
                        .isGreaterThanOrEqualTo(score(question, sentences) - 1e-9);
            }
        }
    }

    @Test
    void theOrderOfSentencesChangesNothing() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> sentences = some(random, 2 + random.nextInt(6));
            List<String> shuffled = new ArrayList<>(sentences);
            Collections.shuffle(shuffled, random);
            for (Question question : Question.values()) {
                assertThat(score(question, shuffled)).isEqualTo(score(question, sentences));
            }
        }
    }

    /** The rule that tries few choices of sentences finds what trying all of them finds. */
    @Test
    void findsTheHighestOfAllChoicesOfSentences() {
        Random random = new Random(11);
        for (int round = 0; round < 150; round++) {
            List<String> sentences = some(random, 5);
            for (Question question : Question.values()) {
                double highest = Double.NEGATIVE_INFINITY;
                for (int choice = 1; choice < 1 << sentences.size(); choice++) {
                    List<String> chosen = new ArrayList<>();
                    for (int at = 0; at < sentences.size(); at++) {
                        if ((choice & 1 << at) != 0) {
                            chosen.add(sentences.get(at));
                        }
                    }
                    highest = Math.max(highest, score(question, chosen));
                }
                assertThat(score(question, sentences)).isEqualTo(highest);
            }
        }
    }

    @Test
    void pointsToWordsOfTheText() {
        int pointed = 0;
        for (String text : TEXTS.subList(0, 1_000)) {
            String raw = "😀 \u200F" + text;
            Reading.Span span = CLASSIFIER.read(NormalText.of(raw)).weighty();
            if (span != null) {
                String words = raw.substring(span.start(), span.end());
                assertThat(words).isNotBlank().isEqualTo(words.strip());
                pointed++;
            }
        }
        assertThat(pointed).isGreaterThan(100);
    }

    @Test
    void theWorkGrowsNoFasterThanTheText() {
        for (String unit : List.of("يهددني بصوري ", "ا ", "کوژ ", "x9 ", "😭 ", "راح يقتلني. ", "a.b ")) {
            long once = features(unit.repeat(9_000 / unit.length()));
            long twice = features(unit.repeat(18_000 / unit.length()));
            assertThat(twice).as(unit).isLessThanOrEqualTo(2 * once + 1_000);
            assertThat(twice).as(unit).isLessThan(600_000);
        }
    }

    /** Reading goes by hashes that grow letter by letter, learning by names: both must mean the same feature. */
    @Test
    void theHashOfAFeatureIsThatOfItsName() {
        int[] count = {0};
        for (String text : TEXTS.subList(0, 1_000)) {
            NormalText.of(text + " 12 1234 😭 هههه x9a'b ŞçğÎ")
                    .sentences()
                    .forEach(sentence -> new Features((kind, hash, letters, from, to, first, last) -> {
                                String name = kind.letter + new String(letters, from, to - from);
                                assertThat(hash).isEqualTo(FeatureNames.hash(name));
                                count[0]++;
                            })
                            .of(sentence));
        }
        assertThat(count[0]).isGreaterThan(100_000);
    }

    @Test
    void refusesBytesThatAreNoModelAndNamesTheCommand() {
        byte[] good = ModelFile.write(CLASSIFIER.model());
        assertThat(ModelFile.write(ModelFile.read(good))).isEqualTo(good);
        for (byte[] bad : List.of(
                new byte[0],
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1),
                "no model at all".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> ModelFile.read(bad))
                    .isInstanceOf(StaleModelException.class)
                    .hasMessageContaining(StaleModelException.COMMAND);
        }
    }

    @Test
    void bringsLatinLettersNearToArabicOnes() {
        LetterBuffer latin = new LetterBuffer();
        Script.arabised("naxwazim", latin);
        assertThat(written(latin)).isEqualTo("ناخوازم");
        assertThat(consonants("yidrubni")).isEqualTo(consonants("يضربني"));
        assertThat(consonants("7abisni")).isEqualTo(consonants("حابسني"));
        assertThat(consonants("dikuje")).isEqualTo(consonants("دکوژە"));
    }

    private static String consonants(String word) {
        LetterBuffer out = new LetterBuffer();
        Script.consonants(word, out);
        return written(out);
    }

    private static String written(LetterBuffer letters) {
        return new String(letters.letters(), 0, letters.length());
    }

    private static long features(String text) {
        long[] count = {0};
        NormalText.of(text)
                .sentences()
                .forEach(sentence ->
                        new Features((kind, hash, letters, from, to, first, last) -> count[0]++).of(sentence));
        return count[0];
    }

    private static double score(Question question, List<String> sentences) {
        return CLASSIFIER.score(question, NormalText.of(String.join("\n", sentences)));
    }

    private static List<String> some(Random random, int count) {
        List<String> some = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            some.add(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return some;
    }

    /** Texts of one sentence each. */
    private static List<String> texts() {
        try {
            return Corpus.read(Path.of("src/corpus")).train().stream()
                    .map(CorpusText::text)
                    .filter(text -> NormalText.of(text).sentences().size() == 1)
                    .map(Objects::requireNonNull)
                    .toList();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
