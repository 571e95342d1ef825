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
import org.wasl.triage.classifier.Question;
import org.wasl.triage.classifier.Weights;

/**
 * The features worth learning from, those that stand in several texts, and how strongly each enters.
 *
 * <p>For topics by its rarity (the usual inverse document frequency). For alarms by rarity times how much more often it
 * stands in texts with harm than in those without, or the other way round: a feature that tells nothing by itself then
 * cannot drown the few that do (Wang and Manning 2012 do the same with naive Bayes ratios).
 */
final class FeatureTable {

    /** What a feature counts that tells nothing by itself: it may still tell something among others. */
    private static final double LEAST_TELLING = 0.3;

    /** Keeps the model file near four megabytes: 24 bytes a feature, and half as many find some three in a hundred fewer urgent texts. */
    private static final int MOST_FEATURES = 200_000;

    /** In the order of the model file. */
    private final List<String> names;

    private final Map<String, Strength> strengths;

    /** In the steps of each view. */
    private record Strength(int alarm, int topic) {}

    private FeatureTable(List<String> names, Map<String, Strength> strengths) {
        this.names = names;
        this.strengths = strengths;
    }

    /** In how many texts a feature stands, with and without harm. */
    private static final class Count {
        private int harm;
        private int calm;

        int texts() {
            return harm + calm;
        }
    }

    /** The features of at least so many texts, and of more where that would be too many features. */
    static FeatureTable of(Collection<Example> examples, int fewestTexts) {
        Map<String, Count> counts = new HashMap<>();
        Count all = new Count();
        for (Example example : examples) {
            boolean harm = Questions.isYes(Question.HARM, example.text());
            Set<String> distinct = new HashSet<>();
            example.features().forEach(distinct::addAll);
            distinct.forEach(name -> add(counts.computeIfAbsent(name, any -> new Count()), harm));
            add(all, harm);
        }
        int fewest = fewestTexts;
        while (known(counts, fewest) > MOST_FEATURES) {
            fewest++;
        }
        int least = fewest;
        counts.values().removeIf(count -> count.texts() < least);
        return of(counts, all);
    }

    private static long known(Map<String, Count> counts, int fewest) {
        return counts.values().stream().filter(count -> count.texts() >= fewest).count();
    }

    private static FeatureTable of(Map<String, Count> counts, Count all) {
        TreeMap<Long, String> ordered = new TreeMap<>();
        Map<String, Strength> strengths = new HashMap<>();
        counts.forEach((name, count) -> {
            String other = ordered.put(FeatureNames.hash(name), name);
            if (other != null) {
                throw new IllegalStateException("two features of one number: make the numbers longer");
            }
            strengths.put(name, strength(name, count, all));
        });
        return new FeatureTable(List.copyOf(ordered.values()), Map.copyOf(strengths));
    }

    private static void add(Count count, boolean harm) {
        if (harm) {
            count.harm++;
        } else {
            count.calm++;
        }
    }

    private static Strength strength(String name, Count count, Count all) {
        double rarity = Math.log((1.0 + all.harm + all.calm) / (1.0 + count.harm + count.calm)) + 1;
        double withHarm = (count.harm + 1.0) / (all.harm + 2.0);
        double without = (count.calm + 1.0) / (all.calm + 2.0);
        double telling = LEAST_TELLING + Math.abs(Math.log(withHarm / without));
        return new Strength(
                steps(FeatureNames.emphasis(name) * rarity * telling, Weights.View.ALARM),
                steps(rarity, Weights.View.TOPIC));
    }

    private static int steps(double strength, Weights.View view) {
        return (int) Math.max(1, Math.min(Weights.STRONGEST, Math.round(strength * view.steps())));
    }

    List<String> names() {
        return names;
    }

    /** In steps; zero for a feature that is not worth learning. */
    int strength(Weights.View view, String name) {
        Strength strength = strengths.get(name);
        if (strength == null) {
            return 0;
        }
        return switch (view) {
            case ALARM -> strength.alarm();
            case TOPIC -> strength.topic();
        };
    }

    /** The features of a text as a vector of length one: names, repeated where sentences share them, and values. */
    Vector vector(Weights.View view, Example example) {
        List<String> known = new ArrayList<>();
        double square = view.doubt();
        for (Set<String> sentence : example.features()) {
            for (String name : sentence) {
                int strength = strength(view, name);
                if (strength > 0) {
                    known.add(name);
                    square += (double) strength * strength;
                } else if (FeatureNames.isWord(name)) {
                    square += view.unknownWord();
                }
            }
        }
        double length = Math.sqrt(Math.max(1, square));
        float[] values = new float[known.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (strength(view, known.get(at)) / length);
        }
        return new Vector(known, values);
    }

    /** Features and their values. */
    record Vector(List<String> names, float[] values) {}
}
