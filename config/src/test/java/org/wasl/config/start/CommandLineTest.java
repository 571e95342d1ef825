package org.wasl.config.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final PreparedFolder FOLDER = new PreparedFolder(Path.of("/srv/wasl-start-0a1b"), "-start-0a1b");

    @Test
    void keepsWhatWasSaidToTheJvmAndToWasl() {
        CommandLine given = parsed("/usr/bin/java", "-Xmx400m", "-jar", "x/wasl.jar", "--wasl.data=d", "-jar")
                .orElseThrow();

        assertThat(given.from(FOLDER).stream().map(CommandLineTest::text))
                .containsExactly(
                        "/usr/bin/java",
                        "-Xmx400m",
                        "-XX:AOTCache=x/wasl-start-0a1b/classes.aot",
                        "-Xlog:aot*=off",
                        "-Xlog:cds*=off",
                        "-jar",
                        "x/wasl-start-0a1b/wasl.jar",
                        "--wasl.data=d",
                        "-jar");
    }

    /** A folder's name is whatever bytes it has. */
    @Test
    void handsNamesOnByteForByte() {
        byte[] raw = "java\0-jar\0d?ta/wasl.jar\0--wasl.data=d?ta\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = raw[i] == '?' ? (byte) 0xe4 : raw[i];
        }

        List<byte[]> words = CommandLine.of(raw).orElseThrow().from(FOLDER);

        assertThat(words.getLast()).containsSequence('=', 'd', 0xe4, 't', 'a');
        assertThat(words.get(words.size() - 2)).containsSequence('d', 0xe4, 't', 'a', '/', 'w');
    }

    @Test
    void leavesAnyOtherKindOfStartAlone() {
        assertThat(parsed("java", "-cp", "classes:lib/a.jar", "org.wasl.config.WaslApplication"))
                .isEmpty();
        assertThat(parsed("java", "-jar")).isEmpty();
        assertThat(parsed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:AOTCache=own",
                "-XX:AOTMode=off",
                "-XX:SharedArchiveFile=own",
                "-Xshare:off",
                "-javaagent:watch.jar",
                "-agentlib:jdwp=transport=dt_socket",
                "@options"
            })
    void leavesWhoeverHasAnOwnIdeaOfTheClassesAlone(String option) {
        assertThat(parsed("java", option, "-jar", "wasl.jar")).isEmpty();
        assertThat(parsed("java", "-jar", "wasl.jar", option)).isPresent();
    }

    private static Optional<CommandLine> parsed(String... words) {
        StringBuilder raw = new StringBuilder();
        for (String word : words) {
            raw.append(word).append('\0');
        }
        return CommandLine.of(raw.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }
}
