package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {

    private static final Material REAL = Materials.REAL;

    /** One that no longer changes. */
    private static final Material FIRST = first();

    @TempDir
    private Path transcripts;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void keepsWhatWasPlayedAsATranscriptThatPlaysTheSame() throws IOException {
        play(
                FIRST,
                "ckb",
                "/safe",
                "/agree",
                "/presence off",
                "/calm",
                "هەڕەشەی کوشتنم لێ دەکات",
                "/timer silence",
                "/save knife-at-night");

        Path saved = transcripts.resolve("ckb-knife-at-night.txt");
        String transcript = Files.readString(saved);
        assertThat(transcript).startsWith("# knife at night.\n").contains("> tap ckb", "> derived", "> timer silence");
        assertThat(new TranscriptRunner(new ConversationEngine(FIRST)).play(transcript))
                .isEqualTo(transcript);
    }

    @Test
    void showsFactsAndLevelAsTheyChange() throws IOException {
        play(FIRST, "en", "/safe", "/agree", "/calm", "he has a knife and says he will kill me", "/facts");
        assertThat(output())
                .contains("== notice | L4 NONE +safeToWrite=YES", "== story | L4 NONE +dangerNow=NO")
                .containsPattern("\\| L[12] \\w+ .*\\+weapon\\w+=SUSPECTED")
                .contains("flag consented");
    }

    @Test
    void aMoveThatCannotBeMadeChangesNothing() throws IOException {
        play(
                FIRST,
                "en",
                "/tap nowhere",
                "/nonsense",
                "/wait forever",
                "/locale fr",
                "/timer nothing-runs",
                "/save same");
        String transcript = Files.readString(transcripts.resolve("en-same.txt"));
        assertThat(output()).contains("? no button nowhere", "? move: nonsense", "? no catalogue for fr");
        assertThat(transcript.lines().filter(line -> line.startsWith("> ")))
                .containsExactly("> start", "> tap en", "> derived", "> timer nothing-runs");
    }

    @Test
    void takesBackBeginsAgainAndChangesTheLanguage() throws IOException {
        play(
                FIRST,
                "en",
                "/safe",
                "/undo",
                "/locale kmr-Arab",
                "/again",
                "/ar",
                "/buttons off",
                "/safe",
                "1",
                "/save numbers");
        String transcript = Files.readString(transcripts.resolve("ar-IQ-numbers.txt"));
        assertThat(output()).contains("(3 moves)", "> tap p-kmr-Arab");
        assertThat(transcript).contains("> set no buttons").doesNotContain("p-kmr");
    }

    @Test
    void keepsNothingUnderANameThatIsTakenOrNone() throws IOException {
        Files.writeString(transcripts.resolve("en-there.txt"), "before");
        play(FIRST, "en", "/save there", "/save", "/save ../away", "/quit", "/save after");
        assertThat(Files.readString(transcripts.resolve("en-there.txt"))).isEqualTo("before");
        try (Stream<Path> files = Files.list(transcripts)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void playsAnyRevisionAndAFileThatIsBeingWritten() throws IOException {
        Path file = transcripts.resolve("mine.yml");
        Files.writeString(file, FlowCompilerTest.SOUND);
        Problems problems = new Problems();
        Material mine = Simulator.with(file.toString(), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(mine.current()).isEqualTo("small-1");

        Simulator simulator =
                new Simulator(mine, false, transcripts, new PrintStream(written, true, StandardCharsets.UTF_8));
        simulator.begin("");
        simulator.run(lines("/two", "/save mine"));
        assertThat(output())
                .contains("== ask", "== line", "? golden transcripts are of the flow conversations begin with");

        for (String revision : REAL.flows().keySet()) {
            assertThat(Simulator.with(revision, problems).current()).isEqualTo(revision);
        }
        Files.writeString(file, FlowCompilerTest.SOUND.replace("next: over}", "next: gone}"));
        Simulator.with(file.toString(), problems);
        Simulator.with("nowhere", problems);
        assertThat(problems.list()).anyMatch(found -> found.contains("leads to no step: gone"));
        assertThat(problems.list()).anyMatch(found -> found.contains("flow nowhere: neither a file nor one of"));
    }

    @Test
    void playsTheFlowConversationsBeginWith() throws IOException {
        play(REAL, "ckb", "/save greeting");
        String transcript = Files.readString(transcripts.resolve("ckb-greeting.txt"));
        assertThat(new TranscriptRunner(new ConversationEngine(REAL)).play(transcript))
                .isEqualTo(transcript);
    }

    private static Material first() {
        try {
            return Simulator.with("report-1", new Problems());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void play(Material material, String locale, String... lines) throws IOException {
        Simulator simulator =
                new Simulator(material, true, transcripts, new PrintStream(written, true, StandardCharsets.UTF_8));
        simulator.begin(locale);
        simulator.run(lines(lines));
    }

    private static BufferedReader lines(String... lines) {
        return new BufferedReader(new StringReader(String.join("\n", List.of(lines))));
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
