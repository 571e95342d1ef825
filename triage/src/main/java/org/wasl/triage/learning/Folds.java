package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Splits texts so that nobody is measured on a writer who was learnt from: one fold for each writer. Splits by chance
 * would flatter, since texts of one hand resemble each other.
 */
final class Folds {

    private final Map<String, List<Example>> byWriter = new LinkedHashMap<>();
    private final List<Example> all;

    Folds(List<Example> examples) {
        this.all = List.copyOf(examples);
        for (Example example : examples) {
            byWriter.computeIfAbsent(example.text().writer(), any -> new ArrayList<>())
                    .add(example);
        }
    }

    int count() {
        return byWriter.size();
    }

    /** Hands over the texts to learn from and those held out, writer by writer. */
    void each(BiConsumer<List<Example>, List<Example>> use) {
        byWriter.forEach((writer, heldOut) -> use.accept(
                all.stream()
                        .filter(example -> !example.text().writer().equals(writer))
                        .toList(),
                List.copyOf(heldOut)));
    }
}
