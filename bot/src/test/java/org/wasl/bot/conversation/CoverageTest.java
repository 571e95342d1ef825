package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The golden transcripts walk every step of the flow conversations begin with, in every language people write in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab");
    private static final Material REAL = Materials.REAL;

    private final Map<String, Set<String>> byTranscript = new TreeMap<>();

    /** Hard: a step no transcript of a language walks is one nobody has read as the person who meets it. */
    @Test
    void everyStepIsWalkedByATranscriptInEachLanguage() {
        Set<String> all = REAL.flow(REAL.current()).steps().keySet();
        Map<String, Set<String>> walked = byLocale(Set.of());
        ConversationReport.put(
                "steps walked by golden transcripts",
                REAL.current() + ", " + all.size() + " steps"
                        + LOCALES.stream()
                                .map(locale -> ", " + locale + " "
                                        + walked.getOrDefault(locale, Set.of()).size())
                                .collect(Collectors.joining()));
        assertThat(missing(all, walked)).isEmpty();
    }

    @Test
    void aStepNobodyWalksIsNamedWithItsLanguage() {
        Set<String> all = REAL.flow(REAL.current()).steps().keySet();
        assertThat(missing(all, byLocale(Set.of("ckb-accident.txt")))).containsExactly("ckb: e-accident");
        Set<String> more = new TreeSet<>(all);
        more.add("planted");
        assertThat(missing(more, Map.of("ar-IQ", all, "ckb", all, "kmr-Arab", all)))
                .containsExactly("ar-IQ: planted", "ckb: planted", "kmr-Arab: planted");
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

    private static List<String> missing(Set<String> steps, Map<String, Set<String>> walked) {
        return LOCALES.stream()
                .flatMap(locale -> steps.stream()
                        .filter(step -> !walked.getOrDefault(locale, Set.of()).contains(step))
                        .sorted()
                        .map(step -> locale + ": " + step))
                .toList();
    }

    /** What the transcripts of each language walk, without some of them. */
    private Map<String, Set<String>> byLocale(Set<String> without) {
        Map<String, Set<String>> walked = new TreeMap<>();
        byTranscript.forEach((name, steps) -> LOCALES.stream()
                .filter(locale -> name.startsWith(locale + "-") && !without.contains(name))
                .forEach(locale ->
                        walked.computeIfAbsent(locale, one -> new TreeSet<>()).addAll(steps)));
        return walked;
    }

    @BeforeAll
    void walkAll() throws IOException {
        Visited visited = new Visited(REAL);
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".txt")).toList()) {
                new TranscriptRunner(new ConversationEngine(visited.material())).play(Files.readString(file));
                byTranscript.put(file.getFileName().toString(), visited.taken());
            }
        }
    }
}
