package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults planted in a file beside the shipped one: one line each that names the file and, where known, the line. */
class SettingsFilesTest {

    /** Where the file leaves the ports as they are: a house that runs beside the tests holds the usual ones. */
    private static final List<String> ANY_PORTS = List.of("--wasl.bot.port=0", "--wasl.staff.port=0");

    @TempDir
    private Path folder;

    /** The text with {@code |} for a new line, and what is told behind the file's name. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    wasl:|  bot: [8080|  staff: 1            ; , line 3: not YAML
                    wasl:|  bot:|   \tport: 1               ; , line 3: not YAML
                    wasl:|  bot:|    port: 1: 2             ; , line 3: not YAML
                    wasl:|  redis:|    memory: 64|  redis:  ; , line 4: found duplicate key redis (expected: each key once)
                    wasl:|  redis:|    uri: *s3cret         ; , line 3: an alias or a tag that means nothing here
                    wasl:|  redis:|    uri: !s3cret         ; , line 3: an alias or a tag that means nothing here
                    wasl:|  redis: a\0b                     ; : not YAML (expected: text in UTF-8)
                    """)
    void tellsFileAndLineOfWhatIsNotYaml(String text, String told) throws Exception {
        Path file = write("extra.yml", text);
        assertThat(refusal(file))
                .singleElement()
                .asString()
                .startsWith(file + told)
                .doesNotContain("s3cret");
    }

    @Test
    void tellsOfEveryBrokenFile() throws Exception {
        Path first = write("first.yml", "wasl: [");
        Path second = write("second.yml", "wasl: {");
        assertThat(refusal(first, second)).hasSize(2);
    }

    @Test
    void tellsWhereAValueOfTheWrongKindStands() throws Exception {
        Path file = write("extra.yml", "wasl:|  redis:|    # in MB|    memory: s3cret|  demonstration: perhaps");
        assertThat(refusal(file))
                .containsExactly(
                        "wasl.demonstration: not readable (expected: boolean) (" + file + ", line 5)",
                        "wasl.redis.memory: not readable (expected: int) (" + file + ", line 4)");
    }

    @Test
    void tellsWhereAValueOutOfItsRangeStands() throws Exception {
        Path file = write("extra.yml", "wasl:|  bot:|    port: 70000");
        assertThat(refusal(file)).containsExactly("wasl.bot.port: 70000 (expected: 0..65535) (" + file + ", line 3)");
    }

    @Test
    void tellsWhereAKeyStandsThatNobodyReads() throws Exception {
        Path file = write("extra.yml", "wasl:|  data:|    foder: s3cret|wassl:|  bot: 1");
        assertThat(refusal(ANY_PORTS, file))
                .containsExactly(
                        "wasl.data.foder: no such setting (expected: a key of application.yml) (" + file + ", line 3)",
                        "wassl.bot: no such setting (expected: a key of application.yml) (" + file + ", line 5)");
    }

    @Test
    void tellsOfAFileThatHoldsNoKeys() throws Exception {
        Path file = write("extra.yml", "wasl.bot.port 8080");
        assertThat(refusal(ANY_PORTS, file))
                .containsExactly(file + ": no keys with values (expected: a line \"key: value\" each)");
    }

    @Test
    void tellsWhereAnAddressStandsThatIsNone() throws Exception {
        Path file = write("extra.yml", "wasl:|  redis:|    uri: s3cret with spaces|  mongodb:|    uri: s3cret");
        assertThat(refusal(file))
                .containsExactly(
                        "wasl.redis.uri: no address (expected: redis://user:password@host:port) (" + file + ", line 3)",
                        "wasl.mongodb.uri: no address (expected: mongodb://user:password@host:port/database) (" + file
                                + ", line 5)");
    }

    @Test
    void tellsOfAFileThatIsNotThere() {
        assertThat(refusal(folder.resolve("none.yml")))
                .singleElement()
                .asString()
                .contains("none.yml")
                .endsWith("is not there (expected: a file; or optional: before its name)");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text.replace('|', '\n'), StandardCharsets.UTF_8);
    }

    private static List<String> refusal(Path... files) {
        return refusal(List.of(), files);
    }

    private static List<String> refusal(List<String> more, Path... files) {
        String locations = String.join(
                ",", List.of(files).stream().map(file -> "file:" + file).toList());
        List<String> arguments = new ArrayList<>(more);
        arguments.add("--spring.config.additional-location=" + locations);
        StartRefused refused = Assertions.catchThrowableOfType(
                StartRefused.class, () -> House.start(arguments.toArray(String[]::new)));
        return refused.problems();
    }
}
