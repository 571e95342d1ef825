package org.wasl.triage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.report.Language;

class LearntWitnessTest {

    private final LearntWitness witness = LearntWitness.load();

    @ParameterizedTest
    @CsvSource({
        "ar, من البارحة بالليل واقف كدام باب بيتنا وما يروح",
        "ckb, دوێنێ شەو تا بەیانی لەبەر دەرگاکەمان ڕاوەستابوو",
        "kmr-arab, شڤێدی هەتا سپێدێ ل بەر دەرگەهێ مە راوەستیا بوو",
        "arabizi, mn elbar7a wagif gdam bab baytna w ma yro7",
        "fa, از دیشب جلوی در خانه‌ی ما ایستاده و نمی‌رود",
        "tr, dün geceden beri kapımızın önünde duruyor ve gitmiyor",
        "en, he has been standing in front of our door since last night"
    })
    void knowsALanguageByItsLetters(String code, String text) {
        assertThat(winner(text)).isEqualTo(Language.ofWire(code));
    }

    @Test
    void knowsSoraniTypedOnArabicKeys() {
        assertThat(winner("دوينى شةو تا بةيانى لةبةر دةركاكةمان راوةستابوو")).isEqualTo(Language.SORANI);
    }

    @Test
    void takesKeysStruckAtRandomForNoLanguage() {
        assertThat(LanguageIdentifier.load()
                        .identify(NormalText.of("asdf asdf qwer zxcv"))
                        .main())
                .isEqualTo(Language.OTHER);
    }

    @Test
    void saysNothingOfASentenceWithoutWords() {
        LanguageIdentifier.Ballot ballot = new LanguageIdentifier.Ballot();

        witness.testify(NormalText.of("12 13").sentences().get(0), ballot);

        assertThat(ballot.winner()).isEqualTo(Language.OTHER);
        assertThat(Stream.of(Language.values()).mapToInt(ballot::of).sum()).isZero();
    }

    @Test
    void saysOfEachSentenceWhatTheLibrarySays() throws IOException {
        LetterRuns.allowed();
        LanguageDetectorModel shipped;
        try (InputStream in = Objects.requireNonNull(LearntWitness.class.getResourceAsStream("language-model.bin"))) {
            shipped = new LanguageDetectorModel(in);
        }
        LanguageDetector library = new LanguageDetectorME(shipped);
        LetterRunModel compiled = LetterRunModel.of(shipped);
        List<CorpusText> texts =
                new ArrayList<>(Corpus.read(Path.of("src/corpus")).train());
        Collections.shuffle(texts, new Random(17));
        for (CorpusText text : texts.subList(0, 2_000)) {
            List<String> words = LearntWitness.words(
                    NormalText.of(text.text() + " x").sentences().get(0));
            double[] shares = compiled.shares(words);
            for (opennlp.tools.langdetect.Language said : library.predictLanguages(LearntWitness.sample(words))) {
                int at = compiled.languages().indexOf(Language.ofWire(said.getLang()));
                assertThat(shares[at]).isCloseTo(said.getConfidence(), within(1e-6));
            }
        }
    }

    @Test
    void isTheSameForManyThreads() {
        String text = "دوێنێ شەو تا بەیانی لەبەر دەرگاکەمان ڕاوەستابوو";
        List<Language> winners = java.util.stream.IntStream.range(0, 400)
                .parallel()
                .mapToObj(any -> winner(text))
                .distinct()
                .toList();

        assertThat(winners).containsExactly(Language.SORANI);
    }

    private Language winner(String text) {
        LanguageIdentifier.Ballot ballot = new LanguageIdentifier.Ballot();
        NormalText.of(text).sentences().forEach(sentence -> witness.testify(sentence, ballot));
        return ballot.winner();
    }
}
