package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Splits texts so that nobody is measured on a writer who was learnt from. Splits by chance would flatter, since texts
 * of one hand resemble each other.
 *
 * <p>Writers are dealt out by name, so the up to four writers of one language come into different parts: each text is
 * judged by a model that learnt its language from the others.
 */
final class Folds {

    private static final int PARTS = 4;

    private final List<List<Example>> parts = new ArrayList<>();

    Folds(List<Example> examples) {
        List<String> writers = new ArrayList<>(new TreeSet<>(
                examples.stream().map(example -> example.text().writer()).toList()));
        for (int part = 0; part < PARTS; part++) {
            int dealt = part;
            List<Example> held = examples.stream()
                    .filter(example -> writers.indexOf(example.text().writer()) % PARTS == dealt)
                    .toList();
            if (!held.isEmpty()) {
                parts.add(held);
            }
        }
    }

    /** What is made of each part, from the texts to learn from and those held out; in the order of the parts. */
    <T> List<T> each(BiFunction<List<Example>, List<Example>, List<T>> use) {
        return parts.parallelStream().map(heldOut -> use.apply(without(heldOut), heldOut)).toList().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Example> without(List<Example> heldOut) {
        return parts.stream()
                .filter(part -> part != heldOut)
                .flatMap(List::stream)
                .toList();
    }
}
