package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasl.triage.question.QuestionName;
import org.wasl.triage.question.QuestionWords;
import org.wasl.triage.question.Questions;

/**
 * The words of every question of every revision lie in the triage kernel, where the desk reads them. {@code -Dwasl.update}
 * adds what was newly worded; what stood there stays, since reports name it.
 */
class QuestionRecordingTest {

    private static final Path RECORDING = Path.of("../triage/src/main/resources/org/wasl/triage/question");
    private static final Material REAL = Materials.REAL;

    @Test
    void everyQuestionOfEveryRevisionHasWordsInFourLanguages() throws IOException {
        if (System.getProperty("wasl.update") != null) {
            update();
        }
        assertThat(REAL.flows()).hasSizeGreaterThan(1);
        assertThat(missing(Questions.of(recorded()))).isEmpty();
    }

    @Test
    void aQuestionWithoutWordsIsNamedWithItsLanguage() throws IOException {
        Map<String, List<String>> rows = recorded();
        rows.computeIfPresent(
                "kmr-Arab",
                (locale, all) ->
                        all.stream().filter(row -> !row.startsWith("age\t")).toList());
        assertThat(missing(Questions.of(rows))).isNotEmpty().allMatch(line -> line.startsWith("kmr-Arab: age@"));
    }

    @Test
    void aQuestionWordedAnewIsNamedUntilItIsRecorded() throws IOException {
        Map<String, List<String>> rows = recorded();
        rows.computeIfPresent(
                "en",
                (locale, all) -> all.stream()
                        .map(row -> row.startsWith("age\t") ? other(row) : row)
                        .toList());
        assertThat(missing(Questions.of(rows))).isNotEmpty().allMatch(line -> line.startsWith("en: age@"));
    }

    private static String other(String row) {
        return new QuestionWords("age", row.split("\t")[2] + " ?", Map.of()).row();
    }

    /** What a line could name and the desk would not find, in the very words and in every reader's language. */
    private static List<String> missing(Questions questions) {
        List<String> missing = new ArrayList<>();
        for (Flow flow : REAL.flows().values()) {
            for (String locale : Questions.LOCALES) {
                for (QuestionWords words : Asked.all(REAL.catalogue(locale), REAL.places(), flow)) {
                    QuestionName name = words.name();
                    boolean there = questions.shown(name).isPresent()
                            && questions.today(name.id(), locale).isPresent();
                    if (!there) {
                        missing.add(locale + ": " + name.wire());
                    }
                }
            }
        }
        return missing;
    }

    private static Map<String, List<String>> recorded() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String locale : Questions.LOCALES) {
            Path file = RECORDING.resolve(locale + ".tsv");
            rows.put(locale, Files.exists(file) ? Files.readAllLines(file) : List.of());
        }
        return rows;
    }

    /** What is worded so no more comes first, today's words last. */
    private static void update() throws IOException {
        for (String locale : Questions.LOCALES) {
            Set<String> today = new LinkedHashSet<>();
            for (Flow flow : REAL.flows().values()) {
                Asked.all(REAL.catalogue(locale), REAL.places(), flow).forEach(words -> {
                    today.remove(words.row());
                    today.add(words.row());
                });
            }
            Set<String> all = new LinkedHashSet<>(recorded().get(locale));
            all.removeAll(today);
            all.addAll(today);
            Files.createDirectories(RECORDING);
            Files.write(RECORDING.resolve(locale + ".tsv"), all);
        }
    }
}
