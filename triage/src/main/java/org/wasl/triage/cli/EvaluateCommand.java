package org.wasl.triage.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wasl.triage.learning.Evaluation;
import org.wasl.triage.learning.LearningCurve;
import org.wasl.triage.learning.Progress;

/** Measures triage and writes the figures to standard output, and as a page where asked to. */
final class EvaluateCommand {

    /** Where the corpora are, seen from the top of the repository. */
    static final Path CORPUS = Path.of("triage/src/corpus");

    private final OutputStream out;
    private final Progress progress;

    EvaluateCommand(OutputStream out, PrintStream err) {
        this.out = out;
        this.progress = step -> err.println("evaluate: " + step);
    }

    void run(Options options) throws IOException {
        Path corpus = options.path("--corpus", CORPUS);
        if (options.has("--learning-curve")) {
            write(new LearningCurve(corpus, progress).measure());
            return;
        }
        Evaluation.On on = options.has("--held-out")
                ? Evaluation.On.HELD_OUT
                : options.has("--rules-alone") ? Evaluation.On.RULES_ALONE : Evaluation.On.DEVELOPMENT;
        Evaluation.Figures figures = new Evaluation(corpus, progress)
                .measure(on, options.path("--data").orElse(null));
        write(figures.text());
        Optional<Path> page = options.path("--html");
        if (page.isPresent()) {
            Files.writeString(page.get(), figures.page());
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
