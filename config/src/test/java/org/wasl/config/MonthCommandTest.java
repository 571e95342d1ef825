package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void makesNoMonthBesideWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("store.key"), "real");
        assertThat(run("demonstration-month", folder.toString())).contains(1);
        assertThat(said()).contains("exists (expected: a new folder)");
        assertThat(folder.resolve("store.key")).hasContent("real");
    }

    @Test
    void removesAMonthWhole() throws IOException {
        Path month = made();
        assertThat(run("demonstration-month-remove", month.toString())).contains(0);
        assertThat(month).doesNotExist();
        assertThat(folder).exists();
    }

    @Test
    void removesNoOtherFolder() throws IOException {
        Path other = Files.createDirectories(folder.resolve("data"));
        assertThat(run("demonstration-month-remove", other.toString())).contains(1);
        assertThat(run("demonstration-month-remove", folder.resolve("nothing").toString()))
                .contains(1);
        assertThat(other).exists();
    }

    @Test
    void removesNoFolderSomebodyRealWorkedIn() throws IOException {
        Path month = made();
        Files.createFile(month.resolve("staff-seen"));
        assertThat(run("demonstration-month-remove", month.toString())).contains(1);
        assertThat(said()).contains("somebody real has worked in it");
        assertThat(month.resolve("redis")).exists();
    }

    @Test
    void removesNoFolderInUse() throws IOException {
        Path month = made();
        try (DataFolder held = DataFolder.open(month)) {
            assertThat(run("demonstration-month-remove", held.path().toString()))
                    .contains(1);
        }
        assertThat(said()).contains("in use by another Wasl");
        assertThat(month.resolve("redis")).exists();
    }

    private Path made() throws IOException {
        Path month = folder.resolve("month");
        Files.createDirectories(month.resolve("redis"));
        Files.createFile(month.resolve("made-up-month"));
        return month;
    }

    private Optional<Integer> run(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Commands(new ByteArrayInputStream(new byte[0]), out, new SecureRandom()).run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
