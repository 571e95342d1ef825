package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wasl.triage.assessment.Triage;

/** Whole conversations, word for word. {@code -Dwasl.update} writes what they are now; the difference is for review. */
class TranscriptTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final Triage TRIAGE = Triage.load();

    private final Dialogue dialogue =
            new ConversationEngine(TRIAGE::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS);

    @TestFactory
    Stream<DynamicTest> saysWordForWordWhatTheTranscriptSays() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> plays(file)));
    }

    @Test
    void coversEveryLocale() throws IOException {
        for (String locale : Material.LOCALES) {
            assertThat(files()).anyMatch(file -> file.getFileName().toString().startsWith(locale + "-"));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private void plays(Path file) throws IOException {
        String expected = Files.readString(file);
        String actual = new TranscriptRunner(dialogue).play(expected);
        if (System.getProperty("wasl.update") != null) {
            Files.writeString(file, actual);
            return;
        }
        assertThat(actual.lines().count()).isEqualTo(expected.lines().count());
        assertThat(actual).isEqualTo(expected);
    }
}
