package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The golden transcripts walk every step of the flow conversations begin with, in every language people write in. */
class CoverageTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab");
    private static final Material REAL = Materials.REAL;

    @Test
    void everyStepIsWalkedByATranscriptInEachLanguage() throws IOException {
        Map<String, Set<String>> walked = walked();
        Set<String> all = new TreeSet<>(REAL.flow(REAL.current()).steps().keySet());
        Map<String, Set<String>> missing = new TreeMap<>();
        StringBuilder report = new StringBuilder(REAL.current() + ", " + all.size() + " steps");
        for (String locale : LOCALES) {
            Set<String> left = new TreeSet<>(all);
            left.removeAll(walked.getOrDefault(locale, Set.of()));
            report.append(", ").append(locale).append(' ').append(all.size() - left.size());
            if (!left.isEmpty()) {
                missing.put(locale, left);
            }
        }
        missing.forEach((locale, steps) ->
                report.append("\nnot walked in ").append(locale).append(": ").append(String.join(" ", steps)));
        ConversationReport.put("steps walked by golden transcripts", report.toString());
        missing.values().forEach(steps -> assertThat(steps.size()).isLessThan(all.size() * 2 / 3));
    }

    @Test
    void aStepIsNotedOnlyWhenItIsWalked() {
        Visited visited = new Visited(REAL);
        TranscriptRunner runner = new TranscriptRunner(new ConversationEngine(visited.material()));
        runner.play("> start");
        assertThat(visited.taken()).containsExactly(REAL.flow(REAL.current()).start());
        runner.play("> say help");
        assertThat(visited.taken()).isEmpty();
    }

    private static Map<String, Set<String>> walked() throws IOException {
        Visited visited = new Visited(REAL);
        Map<String, Set<String>> walked = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(TRANSCRIPTS)) {
            found.filter(file -> file.toString().endsWith(".txt")).forEach(files::add);
        }
        for (Path file : files) {
            new TranscriptRunner(new ConversationEngine(visited.material())).play(Files.readString(file));
            String name = file.getFileName().toString();
            Set<String> steps = visited.taken();
            LOCALES.stream()
                    .filter(locale -> name.startsWith(locale + "-"))
                    .forEach(locale -> walked.computeIfAbsent(locale, one -> new TreeSet<>())
                            .addAll(steps));
        }
        return walked;
    }
}
