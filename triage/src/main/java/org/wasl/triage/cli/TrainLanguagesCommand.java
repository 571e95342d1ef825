package org.wasl.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wasl.triage.learning.LanguageTraining;

/** Makes the language detector's model anew from the corpora. */
final class TrainLanguagesCommand {

    private static final Path MODEL = Path.of("triage/src/main/resources/org/wasl/triage/text/language-model.bin");

    private final PrintStream err;

    TrainLanguagesCommand(PrintStream err) {
        this.err = err;
    }

    void run(Options options) throws IOException {
        Path target = options.path("--to", MODEL);
        byte[] bytes = LanguageTraining.of(options.path("--corpus", EvaluateCommand.CORPUS));
        Files.write(target, bytes);
        err.println("train-languages: " + bytes.length + " bytes written to " + target);
    }
}
