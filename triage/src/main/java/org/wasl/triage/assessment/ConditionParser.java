package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Truth;

/**
 * Reads a condition: {@code a and (b or c=now|today) and not-no d}. The grammar is told in the module's README.
 *
 * <p>Used once at start, over our own short lines.
 */
final class ConditionParser {

    private static final Pattern ATOM = Pattern.compile("([a-zA-Z]+)(?:(!=|<=|=|:)(\\S+))?");
    private static final Pattern TOKEN = Pattern.compile("[()]|[^()\\s]+");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Condition> groups;
    private int at;

    private ConditionParser(String text, Map<String, Condition> groups) {
        this.groups = groups;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** Throws {@link IllegalArgumentException} with a reason fit for the editor of the file. */
    static Condition parse(String text, Map<String, Condition> groups) {
        ConditionParser parser = new ConditionParser(text, groups);
        Condition condition = parser.any();
        if (parser.at < parser.tokens.size()) {
            throw new IllegalArgumentException("unexpected '" + parser.tokens.get(parser.at) + "' in condition");
        }
        return condition;
    }

    private Condition any() {
        List<Condition> parts = new ArrayList<>();
        parts.add(all());
        while (accept("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AtLeast(1, List.copyOf(parts));
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>();
        parts.add(atom());
        while (accept("and")) {
            parts.add(atom());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts));
    }

    private Condition atom() {
        if (accept("(")) {
            Condition inner = any();
            expect(")");
            return inner;
        }
        String token = next();
        if (token.equals("not-no")) {
            return new Condition.NotNo(fact(next()));
        }
        if (token.equals("always")) {
            return new Condition.All(List.of());
        }
        if (token.equals("at-least")) {
            return atLeast();
        }
        if (token.startsWith("#")) {
            return new Condition.Signalled(token.substring(1));
        }
        if (token.startsWith("@")) {
            Condition group = groups.get(token.substring(1));
            if (group == null) {
                throw new IllegalArgumentException("unknown group '" + token + "'");
            }
            return group;
        }
        return comparison(token);
    }

    private Condition atLeast() {
        int count = number(next());
        expect("of");
        expect("(");
        List<Condition> parts = new ArrayList<>();
        while (!accept(")")) {
            parts.add(atom());
        }
        if (count < 1 || count > parts.size()) {
            throw new IllegalArgumentException("at-least " + count + " of " + parts.size() + " parts");
        }
        return new Condition.AtLeast(count, List.copyOf(parts));
    }

    private static Condition comparison(String token) {
        Matcher matcher = ATOM.matcher(token);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + token + "' is no fact, group or signal");
        }
        FactKey key = fact(matcher.group(1));
        @Nullable String operator = matcher.group(2);
        if (operator == null) {
            return new Condition.Holds(key);
        }
        String operand = matcher.group(3);
        return switch (operator) {
            case "<=" -> new Condition.Within(key, number(operand));
            case ":" -> new Condition.TruthIs(key, truths(operand));
            case "!=" -> new Condition.WithDetail(key, details(key, operand), true);
            default -> new Condition.WithDetail(key, details(key, operand), false);
        };
    }

    private static Set<Truth> truths(String operand) {
        Set<Truth> truths = new HashSet<>();
        for (String name : operand.split("\\|", -1)) {
            truths.add(Truth.valueOf(name));
        }
        return Set.copyOf(truths);
    }

    private static Set<String> details(FactKey key, String operand) {
        Set<String> details = Set.of(operand.split("\\|", -1));
        if (!key.details().isEmpty() && !key.details().containsAll(details)) {
            throw new IllegalArgumentException(
                    "'" + operand + "' (expected: details of " + key.wire() + ", " + key.details() + ")");
        }
        return details;
    }

    private static FactKey fact(String name) {
        try {
            return FactKey.ofWire(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("unknown fact '" + name + "'", unknown);
        }
    }

    private static int number(String token) {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException("'" + token + "' (expected: a number)", notOne);
        }
    }

    private boolean accept(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected '" + token + "' in condition");
        }
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new IllegalArgumentException("condition ends too early");
        }
        return tokens.get(at++);
    }
}
