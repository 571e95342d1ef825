package org.wasl.admin.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.admin.fieldwork.Alarm;
import org.wasl.admin.fieldwork.SafetyPlan;
import org.wasl.admin.fieldwork.Task;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;

/** Every code a page of visits and tasks shows has its word in every language. */
class VisitWordsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/console/messages");

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "kmr", "en"})
    void everyCodeHasItsWord(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLES.resolve("visit_" + language + ".properties"))) {
            words.load(in);
        }
        assertThat(words.stringPropertyNames()).containsAll(codes());
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        add(codes, "hazard.", Hazard.values());
        add(codes, "matter.", Matter.values());
        add(codes, "visit-alarm.", Alarm.Kind.values());
        add(codes, "visit.state.", Visit.State.values());
        add(codes, "visit.result.", Visit.Result.values());
        add(codes, "visit.check.", Visit.Check.values());
        add(codes, "purpose.", VisitPlan.Purpose.values());
        add(codes, "basis.", VisitPlan.Basis.values());
        add(codes, "interpreter.", VisitPlan.Interpreter.values());
        add(codes, "agreed.", FieldworkResource.Wish.values());
        add(codes, "task.", Task.Kind.values());
        add(codes, "safety.", SafetyPlan.Point.values());
        add(codes, "answer.", SafetyPlan.Answer.values());
        codes.addAll(
                List.of("told.recorded", "told.reported", "told.help-sent", "told.alarm-taken", "told.alarm-ended"));
        return codes;
    }

    private static void add(Set<String> codes, String prefix, Enum<?>[] values) {
        Stream.of(values).forEach(value -> codes.add(prefix + value.name()));
    }
}
