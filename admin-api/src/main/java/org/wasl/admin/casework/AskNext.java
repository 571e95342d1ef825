package org.wasl.admin.casework;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;

/**
 * What an operator may ask next: the bot puts three questions of a matter and stops once danger is known, the rest of the
 * matter stands in {@code ask-next.properties}. A suggestion of facts, never of words.
 */
public final class AskNext {

    private static final Map<Category, List<FactKey>> LISTS = read();

    private AskNext() {}

    /** What the lists of its categories hold and nobody has said or asked yet, in their order. */
    public static List<FactKey> of(Assessment assessment) {
        return Stream.concat(Stream.of(assessment.category()), assessment.also().stream())
                .flatMap(category -> of(category).stream())
                .distinct()
                .filter(fact -> assessment.facts().truth(fact) == Truth.NOT_ASKED)
                .toList();
    }

    static List<FactKey> of(Category category) {
        return LISTS.getOrDefault(category, List.of());
    }

    private static Map<Category, List<FactKey>> read() {
        Properties written = new Properties();
        try (var in = Objects.requireNonNull(AskNext.class.getResourceAsStream("ask-next.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Category, List<FactKey>> lists = new EnumMap<>(Category.class);
        written.forEach((category, facts) -> lists.put(
                Category.valueOf(category.toString()),
                Arrays.stream(facts.toString().split("[ ,]+"))
                        .map(FactKey::ofWire)
                        .toList()));
        return lists;
    }
}
