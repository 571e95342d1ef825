package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds every string that is said against the catalogues: it is there in all locales with the same placeholders, fits
 * its limit, and none is there that nobody says.
 */
final class StringCheck {

    /** Placeholders the engine fills, those of codes and numbers isolated. */
    private static final Set<String> FILLED = Set.of(
            "fed",
            "kri",
            "emergency",
            "hours",
            "place",
            "numbers",
            "summary",
            "told",
            "sentences",
            "number",
            "role",
            "words",
            "line",
            "duress");

    private static final List<String> FORMS = List.of("here", "by", "nobody");

    private final Material material;
    private final FlowLimits limits;
    private final Problems problems;
    private final Set<String> texts = new LinkedHashSet<>(Phrases.texts());
    private final Set<String> labels = new LinkedHashSet<>(Phrases.labels());

    StringCheck(Material material, FlowLimits limits, Problems problems) {
        this.material = material;
        this.limits = limits;
        this.problems = problems;
    }

    void uses(String text) {
        texts.add(text);
    }

    void uses(Flow flow) {
        flow.told()
                .values()
                .forEach(facts -> facts.forEach(fact -> {
                    texts.add("told.text");
                    texts.add(Told.clause(fact));
                }));
        for (Step step : flow.steps().values()) {
            switch (step) {
                case Step.Say say -> texts.add(say.text());
                case Step.End end -> {
                    if (end.text() != null) {
                        texts.add(end.text());
                    }
                }
                case Step.Asking asking -> {
                    texts.add(asking.text());
                    if (asking.name() != null) {
                        labels.add(asking.name());
                    }
                    if (asking instanceof Step.Choose choose) {
                        choose.options().forEach(option -> labels.add(option.label()));
                    }
                    if (asking instanceof Step.Story story) {
                        labels.add(story.done());
                        texts.add(story.heard());
                    }
                }
                case Step.Branch branch -> {}
                case Step.Confirm confirm -> {}
                case Step.Assess assess -> {}
                case Step.FileReport file -> {}
                case Step.Guide guide -> {}
                case Step.Withdraw withdraw -> {}
            }
        }
    }

    void check() {
        Set<String> used = new TreeSet<>(labels);
        for (String text : texts) {
            boolean promise = material.catalogues().values().stream().anyMatch(words -> words.promises(text));
            if (promise) {
                FORMS.forEach(form -> used.add(text + "." + form));
            } else {
                used.add(text);
            }
        }
        ShortForms shortForms = new ShortForms(material);
        used.addAll(shortForms.needed(used));
        used.addAll(variants(used));
        shortForms.check(problems);
        for (Catalogue words : material.catalogues().values()) {
            String where = "catalogue " + words.locale();
            used.stream().filter(key -> !words.has(key)).forEach(key -> problems.add(where + ": no string " + key));
            words.keys().stream()
                    .filter(key -> !used.contains(key))
                    .forEach(key -> problems.add(where + ": nobody says " + key));
            words.keys().forEach(key -> entry(words, key, labels.contains(key)));
        }
        used.forEach(this::samePlaceholders);
    }

    /** Other forms of a text: where one locale has one, all must. */
    private Set<String> variants(Set<String> used) {
        Set<String> variants = new TreeSet<>();
        for (String key : used) {
            for (String end : List.of(Speech.BY_HAND, Speech.SHORT, Speech.BY_HAND + Speech.SHORT, Speech.MORE)) {
                if (material.catalogues().values().stream().anyMatch(words -> words.has(key + end))) {
                    variants.add(key + end);
                }
            }
        }
        return variants;
    }

    private void entry(Catalogue words, String key, boolean label) {
        String where = "catalogue " + words.locale() + ", " + key;
        String pattern = words.entry(key).pattern();
        Set<String> names;
        try {
            names = Catalogue.placeholders(pattern);
        } catch (IllegalArgumentException e) {
            problems.add(where + ": not a message pattern");
            return;
        }
        names.stream()
                .filter(name -> !FILLED.contains(name))
                .forEach(name -> problems.add(where + ": nothing fills {" + name + "}"));
        if (label && !names.isEmpty()) {
            problems.add(where + ": a label with a placeholder");
        }
        if (label && pattern.codePointCount(0, pattern.length()) > limits.labelMax()) {
            problems.add(where + ": label of " + pattern.codePointCount(0, pattern.length())
                    + " characters (expected: at most " + limits.labelMax() + ")");
        }
        if (pattern.length() > limits.textMax()) {
            problems.add(where + ": text of " + pattern.length() + " characters (expected: at most " + limits.textMax()
                    + ")");
        }
        if (pattern.isBlank()) {
            problems.add(where + ": empty");
        }
        if (words.promises(key)) {
            problems.add(where + ": a promise of a person beside its own three forms");
        }
    }

    private void samePlaceholders(String key) {
        Map<Set<String>, List<String>> bySet = new LinkedHashMap<>();
        for (Catalogue words : material.catalogues().values()) {
            if (words.has(key)) {
                try {
                    bySet.computeIfAbsent(
                                    Catalogue.placeholders(words.entry(key).pattern()), names -> new ArrayList<>())
                            .add(words.locale());
                } catch (IllegalArgumentException e) {
                    continue;
                }
            }
        }
        if (bySet.size() > 1) {
            problems.add("catalogues, " + key + ": other placeholders in other locales: " + bySet);
        }
    }
}
