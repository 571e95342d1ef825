package org.wasl.triage.cli;

import java.nio.file.Path;

final class EvaluateCommand {
    static final Path CORPUS = Path.of("triage/src/corpus");
}
