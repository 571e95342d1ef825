package org.wasl.triage.learning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.LanguageSample;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.text.LanguageSamples;
import org.wasl.triage.text.LetterRuns;

/**
 * Makes the model of languages: from the training texts, and from {@code language/<code>.txt}, a sentence a line, for
 * languages nobody reports in but that must not be taken for another.
 */
public final class LanguageTraining {

    /** A run of letters in fewer samples is not learnt. */
    private static final int FEWEST = 8;

    private static final int ITERATIONS = 60;
    private static final double PENALTY = 1.0;

    /** Foreign sentences are few: each counts so often. */
    private static final int FOREIGN_COPIES = 15;

    /** Latin spelling by the alphabet is rare in the texts, and must not be taken for the other Kurdish. */
    private static final Map<String, String> IN_LATIN = Map.of("ckb", "ckb-latn", "kmr-arab", "kmr-latn");

    private LanguageTraining() {}

    /** The model file's bytes. */
    public static byte[] of(Path corpus) throws IOException {
        List<LanguageSample> samples = new ArrayList<>();
        for (CorpusText text : Corpus.read(corpus).train()) {
            if (!text.language().equals(CorpusText.MIXED)) {
                add(text.language(), LanguageSamples.of(text.text()), samples);
                String inLatin = IN_LATIN.get(text.language());
                if (inLatin != null) {
                    add(inLatin, LanguageSamples.latinised(text.text()), samples);
                }
            }
        }
        for (Path file : foreign(corpus.resolve("language"))) {
            String code = file.getFileName().toString().replace(".txt", "");
            for (String line : Files.readAllLines(file)) {
                for (int copy = 0; copy < FOREIGN_COPIES; copy++) {
                    add(code, LanguageSamples.of(line), samples);
                }
            }
        }
        LanguageDetectorModel model =
                LanguageDetectorME.train(new Samples(samples), parameters(), LetterRuns.allowed());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.serialize(bytes);
        return bytes.toByteArray();
    }

    private static void add(String code, List<String> pieces, List<LanguageSample> samples) {
        for (String piece : pieces) {
            samples.add(new LanguageSample(new Language(code), piece));
        }
    }

    private static List<Path> foreign(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, FEWEST);
        parameters.put(QNTrainer.L1COST_PARAM, 0.1);
        parameters.put(QNTrainer.L2COST_PARAM, PENALTY);
        parameters.put(QNTrainer.THREADS_PARAM, 1);
        parameters.put("DataIndexer", "OnePass");
        parameters.put("PrintMessages", false);
        return parameters;
    }

    /** Samples from memory. */
    private static final class Samples implements ObjectStream<LanguageSample> {
        private final List<LanguageSample> samples;
        private Iterator<LanguageSample> left;

        Samples(List<LanguageSample> samples) {
            this.samples = samples;
            this.left = samples.iterator();
        }

        @Override
        @SuppressWarnings("NullAway") // OpenNLP's streams end with null.
        public LanguageSample read() {
            return left.hasNext() ? left.next() : null;
        }

        @Override
        public void reset() {
            left = samples.iterator();
        }
    }
}
