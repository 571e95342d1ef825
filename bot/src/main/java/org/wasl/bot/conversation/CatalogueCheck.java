package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Holds the wording rules over every string: what is never said to somebody who is afraid. */
final class CatalogueCheck {

    private static final List<String> STATUSES = List.of("draft", "reviewed");

    private final Map<String, List<Pattern>> forbidden = new LinkedHashMap<>();
    private final Problems problems;

    CatalogueCheck(DataFile file, Problems problems) {
        this.problems = problems;
        file.lists("forbidden").forEach((locale, expressions) -> {
            List<Pattern> patterns = new ArrayList<>();
            for (String expression : expressions) {
                try {
                    patterns.add(Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS));
                } catch (PatternSyntaxException e) {
                    file.problem("not a regular expression: " + expression);
                }
            }
            forbidden.put(locale, patterns);
        });
        file.nothingElse();
    }

    void check(Collection<Catalogue> catalogues) {
        for (Catalogue words : catalogues) {
            for (String key : words.keys()) {
                check(words, key);
            }
        }
    }

    private void check(Catalogue words, String key) {
        Catalogue.Entry entry = words.entry(key);
        String where = "catalogue " + words.locale() + ", " + key;
        for (String locale : List.of("all", words.locale())) {
            for (Pattern pattern : forbidden.getOrDefault(locale, List.of())) {
                if (pattern.matcher(entry.pattern()).find()) {
                    problems.add(where + ": not to be said: " + pattern.pattern());
                }
            }
        }
        if (!STATUSES.contains(entry.status())) {
            problems.add(where + ": status " + entry.status() + " (expected: one of " + STATUSES + ")");
        }
        if (entry.status().equals("reviewed") && (entry.reviewedBy() == null || entry.on() == null)) {
            problems.add(where + ": reviewed by nobody, or on no day");
        }
    }
}
