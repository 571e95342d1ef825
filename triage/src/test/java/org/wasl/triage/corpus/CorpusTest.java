package org.wasl.triage.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/** Reading the corpora: their format, and everything wrong with them at once. */
class CorpusTest {

    private static final String GOOD = "a1\tar\tDV\tL2\tL2,L3\tplain\tself-woman\tزوجي يضربني كل يوم";

    @TempDir
    private Path folder;

    @Test
    void readsATextWithItsLabels() throws IOException {
        write("train/ar-a.tsv", GOOD);

        CorpusText text = Corpus.read(folder).train().getFirst();

        assertThat(text.writer()).isEqualTo("ar-a");
        assertThat(text.category()).isEqualTo(Category.DV);
        assertThat(text.level()).isEqualTo(Level.L2_EMERGENT);
        assertThat(text.accepted()).containsExactlyInAnyOrder(Level.L2_EMERGENT, Level.L3_URGENT);
        assertThat(text.kind()).isEqualTo(CorpusText.Kind.PLAIN);
        assertThat(text.calm()).isFalse();
        assertThat(text).hasToString("CorpusText[a1]");
    }

    @Test
    void reportsEveryProblemOfEveryFileAtOnce() throws IOException {
        write(
                "train/ar-a.tsv",
                GOOD,
                "a2\tar\tDV\tL2\tL2\tplain\tself-woman",
                "a3\txx\tDV\tL2\tL2\tplain\tself-woman\tx",
                "a4\tar\tXX\tL2\tL2\tplain\tself-woman\ty",
                "a5\tar\tDV\tL9\tL2\tplain\tself-woman\tz",
                "a6\tar\tDV\tL2\tL3\tplain\tself-woman\tw",
                "a7\tar\tDV\tL2\tL2\topen\tself-woman\tv",
                "a8\tar\tDV\tL2\tL2\tplain\tnobody\tu",
                "a1\tar\tDV\tL2\tL2\tplain\tself-woman\tt",
                "a9\tar\tDV\tL2\tL2\tplain\tself-woman\tزوجي يضربني، كل يوم!!");
        write("dev/ar-d.tsv", "d1\tar\tDV\tL2\tL2\tplain\tself-woman\t ");

        FaultyDataException faulty = catchThrowableOfType(FaultyDataException.class, () -> Corpus.read(folder));

        assertThat(faulty.problems()).hasSize(10);
        assertThat(faulty.problems()).allMatch(problem -> problem.matches("(train|dev)/ar-[ad]\\.tsv:\\d+: .+"));
        assertThat(faulty.problems().get(0)).startsWith("train/ar-a.tsv:2: 7 columns");
        assertThat(faulty).hasMessageContaining("dev/ar-d.tsv:1: id or text: empty");
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws IOException {
        Files.createDirectories(folder.resolve("train"));
        Files.write(folder.resolve("train/ar-a.tsv"), new byte[] {(byte) 0xC3, (byte) 0x28});

        assertThat(catchThrowableOfType(FaultyDataException.class, () -> Corpus.read(folder)))
                .hasMessageContaining("train/ar-a.tsv:0: not UTF-8");
    }

    @Test
    void leavesOutDevelopmentTextsThatWereLearnt() throws IOException {
        write("train/ar-a.tsv", GOOD);
        write(
                "dev/ar-d.tsv",
                "d1\tar\tDV\tL2\tL2\tplain\tself-woman\tزوجي يضربني... كل يوم",
                "d2\tar\tNONE\tL5\tL5\tbenign\tgirl\tصباح الخير");

        Corpus corpus = Corpus.read(folder);

        assertThat(corpus.dev()).extracting(CorpusText::id).containsExactly("d2");
        assertThat(corpus.repeated()).isEqualTo(1);
    }

    private void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines), StandardCharsets.UTF_8);
    }
}
