package org.wasl.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.classifier.ModelFile;
import org.wasl.triage.corpus.Corpus;

/** The whole way from texts to a model file, on few texts. */
class TrainingTest {

    @Test
    void makesTheSameBytesOfTheSameTexts() throws Exception {
        List<Example> few = Example.of(Corpus.read(Path.of("src/corpus")).train().stream()
                .filter(text -> text.id().hashCode() % 89 == 0)
                .toList());
        Settings quick = new Settings(2, 0.1, 0.1, 8, 8);

        Model once = new Training(Progress.SILENT, quick).of(few, "0123456789");
        Model again = new Training(Progress.SILENT, quick).of(few, "0123456789");

        assertThat(ModelFile.write(again)).isEqualTo(ModelFile.write(once));
        assertThat(once.version()).isEqualTo("wasl-" + few.size() + "-01234567");
        assertThat(once.features()).isGreaterThan(1_000);
        assertThat(ModelFile.write(ModelFile.read(ModelFile.write(once)))).isEqualTo(ModelFile.write(once));
    }
}
