package org.wasl.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wasl.triage.classifier.Classifier;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.classifier.ModelFile;
import org.wasl.triage.classifier.StaleModelException;

/** The model in the repository was made from the texts, concepts and settings in the repository. */
class ShippedModelIT {

    private final Model model = Classifier.load().model();

    @Test
    void isMadeFromWhatStandsInTheRepository() throws IOException {
        assertThat(model.inputs())
                .as("the model is stale: make it anew with: %s", StaleModelException.COMMAND)
                .isEqualTo(Inputs.digest(Path.of("src/corpus")));
    }

    @Test
    void isSmall() {
        assertThat(ModelFile.write(model).length).isLessThan(5_000_000);
    }
}
