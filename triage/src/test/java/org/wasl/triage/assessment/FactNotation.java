package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/** Facts as a line of a test table: {@code dangerNow strangled=72h publishDeadline@5 pregnant-NO}. */
final class FactNotation {

    private static final Pattern ONE = Pattern.compile("([a-zA-Z]+)(?:=([^@\\s]+?))?(?:@(\\d+))?(?:-([A-Z_]+))?");

    private FactNotation() {}

    static Facts read(String line) {
        List<Fact> facts = new ArrayList<>();
        for (String token : line.isBlank() ? new String[0] : line.strip().split("\\s+")) {
            Matcher matcher = ONE.matcher(token);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(token);
            }
            facts.add(fact(matcher));
        }
        return Facts.of(facts);
    }

    private static Fact fact(Matcher matcher) {
        FactKey key = FactKey.ofWire(matcher.group(1));
        Integer hours = matcher.group(3) == null ? null : Integer.valueOf(matcher.group(3));
        String truth = matcher.group(4) == null ? "YES" : matcher.group(4);
        Fact suspicion = Fact.suspected(key, matcher.group(2), hours, new Evidence(0, 3, "abc"));
        return switch (truth) {
            case "SUSPECTED" -> suspicion;
            case "DENIED" -> suspicion.denied();
            default -> new Fact(key, Truth.valueOf(truth), matcher.group(2), hours, FactSource.BUTTON, null);
        };
    }
}
