package org.wasl.triage.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.text.LanguageIdentifier;
import org.wasl.triage.text.LetterRuns;

/**
 * The same texts read by OpenNLP as it comes: its categorizer, which learns the levels of the same training texts and
 * answers nothing else, and its own reader of our language model.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class OpenNlpBenchmark {

    private List<String> texts = List.of();
    private int next;

    /** The categorizer. */
    @State(Scope.Benchmark)
    public static class BagOfWords {
        private final DocumentCategorizerME reader = learnt();
    }

    /** The language detector. */
    @State(Scope.Benchmark)
    public static class Detector {
        private final LanguageDetectorME reader = shipped();
    }

    @Setup
    public void prepare() throws IOException {
        texts = FortyWords.of(FortyWords.ALL);
    }

    private String text() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return texts.get(next);
    }

    @Benchmark
    public double[] bagOfWords(BagOfWords bag) {
        return bag.reader.categorize(words(text()));
    }

    @Benchmark
    public Object language(Detector detector) {
        return detector.reader.predictLanguages(text());
    }

    private static LanguageDetectorME shipped() {
        LetterRuns.allowed();
        try (InputStream in =
                Objects.requireNonNull(LanguageIdentifier.class.getResourceAsStream("language-model.bin"))) {
            return new LanguageDetectorME(new LanguageDetectorModel(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    }

    private static DocumentCategorizerME learnt() {
        TrainingParameters quiet = TrainingParameters.defaultParams();
        quiet.put("PrintMessages", false);
        List<DocumentSample> samples = new ArrayList<>();
        try {
            for (CorpusText text : Corpus.read(FortyWords.CORPUS).train()) {
                samples.add(new DocumentSample(text.level().wire(), words(text.text())));
            }
            return new DocumentCategorizerME(
                    DocumentCategorizerME.train("x", new Samples(samples), quiet, new DoccatFactory()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Samples implements ObjectStream<DocumentSample> {
        private final List<DocumentSample> samples;
        private Iterator<DocumentSample> left;

        Samples(List<DocumentSample> samples) {
            this.samples = samples;
            this.left = samples.iterator();
        }

        @Override
        @SuppressWarnings("NullAway") // OpenNLP's streams end with null.
        public DocumentSample read() {
            return left.hasNext() ? left.next() : null;
        }

        @Override
        public void reset() {
            left = samples.iterator();
        }
    }
}
