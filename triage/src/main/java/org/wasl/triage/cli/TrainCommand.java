package org.wasl.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.classifier.ModelFile;
import org.wasl.triage.learning.Training;

/** Makes the classifier's model anew from the corpora. The same corpora give the same bytes. */
final class TrainCommand {

    static final Path MODEL = Path.of("triage/src/main/resources/org/wasl/triage/classifier/model.bin");

    private final PrintStream err;

    TrainCommand(PrintStream err) {
        this.err = err;
    }

    void run(Options options) throws IOException {
        Path corpus = options.path("--corpus", EvaluateCommand.CORPUS);
        Path target = options.path("--to", MODEL);
        Model model = new Training(step -> err.println("train: " + step)).of(corpus);
        byte[] bytes = ModelFile.write(model);
        Files.write(target, bytes);
        err.println("train: " + model.version() + ", " + model.features() + " features, " + bytes.length
                + " bytes, thresholds " + model.thresholds() + ", written to " + target);
    }
}
