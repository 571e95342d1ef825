package org.wasl.config.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedFolderTest {

    @TempDir
    private Path folder;

    @Test
    void liesBesideTheJarAndIsCompleteOnceItsClassesAre() throws IOException {
        PreparedFolder prepared = PreparedFolder.of(jar("wasl.jar", "word"));
        assertThat(prepared.path().getParent()).isEqualTo(folder);
        assertThat(prepared.path().getFileName().toString()).matches("wasl-start-[0-9a-f]{16}");
        assertThat(prepared.complete()).isFalse();

        Files.createDirectory(prepared.path());
        Files.writeString(prepared.jar(), "");
        assertThat(prepared.complete()).isFalse();
        Files.writeString(prepared.classes(), "");
        assertThat(prepared.complete()).isTrue();
    }

    @Test
    void goesByWhatIsInTheJarAndNotByItsTime() throws IOException {
        Path jar = jar("wasl.jar", "word");
        PreparedFolder before = PreparedFolder.of(jar);
        Path copy = Files.copy(jar, folder.resolve("copy.jar"));

        assertThat(PreparedFolder.of(copy).ending()).isEqualTo(before.ending());
        assertThat(PreparedFolder.of(jar("wasl.jar", "work")).ending()).isNotEqualTo(before.ending());
    }

    @Test
    void isOfAStartByOneJarOnly() throws IOException {
        Path jar = jar("wasl.jar", "word");

        assertThat(PreparedFolder.ofClassPath(jar.toString())).isPresent();
        assertThat(PreparedFolder.ofClassPath(jar + ":" + jar)).isEmpty();
        assertThat(PreparedFolder.ofClassPath(folder.toString())).isEmpty();
        assertThat(PreparedFolder.ofClassPath("")).isEmpty();
    }

    @Test
    void aFileThatIsNoJarHasNone() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no table of contents in here, long as it is");

        assertThatThrownBy(() -> PreparedFolder.of(broken)).isInstanceOf(IOException.class);
    }

    private Path jar(String name, String word) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("entry"));
            zip.write(word.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return jar;
    }
}
