package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wasl.triage.classifier.FeatureNames;
import org.wasl.triage.classifier.Weights;

/** The features worth learning from: those that stand in several texts, and how rare each is. */
final class FeatureTable {

    private static final int MOST_STEPS = 255;

    /** In the order of the model file. */
    private final List<String> names;

    private final Map<String, Integer> rarities;

    private FeatureTable(List<String> names, Map<String, Integer> rarities) {
        this.names = names;
        this.rarities = rarities;
    }

    /** The features of at least so many texts. */
    static FeatureTable of(Collection<Example> examples, int fewestTexts) {
        Map<String, Integer> counts = new HashMap<>();
        for (Example example : examples) {
            Set<String> distinct = new HashSet<>();
            example.features().forEach(distinct::addAll);
            distinct.forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        TreeMap<Long, String> ordered = new TreeMap<>();
        Map<String, Integer> rarities = new HashMap<>();
        counts.forEach((name, count) -> {
            if (count >= fewestTexts) {
                String other = ordered.put(FeatureNames.hash(name), name);
                if (other != null) {
                    throw new IllegalStateException("two features of one number: make the numbers longer");
                }
                rarities.put(name, steps(examples.size(), count));
            }
        });
        return new FeatureTable(List.copyOf(ordered.values()), Map.copyOf(rarities));
    }

    /** The usual inverse document frequency, smoothed, in whole steps so that reading can count with integers. */
    private static int steps(int texts, int with) {
        double rarity = Math.log((1.0 + texts) / (1.0 + with)) + 1;
        return (int) Math.min(MOST_STEPS, Math.round(rarity * Weights.RARITY_STEPS));
    }

    List<String> names() {
        return names;
    }

    /** In steps; zero for a feature that is not worth learning. */
    int rarity(String name) {
        return rarities.getOrDefault(name, 0);
    }

    /** The features of a text as a vector of length one: names, repeated where sentences share them, and values. */
    Vector vector(Example example) {
        List<String> known = new ArrayList<>();
        double square = 0;
        for (Set<String> sentence : example.features()) {
            for (String name : sentence) {
                int rarity = rarity(name);
                if (rarity > 0) {
                    known.add(name);
                    square += (double) rarity * rarity;
                }
            }
        }
        double length = Math.sqrt(Math.max(1, square));
        float[] values = new float[known.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (rarity(known.get(at)) / length);
        }
        return new Vector(known, values);
    }

    /** Features and their values. */
    record Vector(List<String> names, float[] values) {}
}
