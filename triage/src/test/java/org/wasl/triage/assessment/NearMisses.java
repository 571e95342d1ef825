package org.wasl.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/**
 * Texts that are no danger, and what the whole triage makes of each, exactly: {@code quiet}, {@code urgent} where a rule
 * says so by right, or {@code confirm} where the model of today takes it for danger. A mark that no longer holds fails
 * its test, in both directions.
 */
final class NearMisses {

    static final String QUIET = "quiet";
    static final String URGENT = "urgent";
    static final String CONFIRM = "confirm";

    private static final Triage TRIAGE = Triage.load();
    private static final Triage RULES = Triage.withoutClassifier();

    private NearMisses() {}

    static void check(String text, String expected) {
        Assessment byRules = RULES.assess(new Report(text, Facts.NONE));
        assertThat(byRules.urgent()).as("by rules: %s", byRules.reasons()).isEqualTo(expected.equals(URGENT));
        assertThat(whole(text)).isEqualTo(expected);
    }

    static String whole(String text) {
        Report report = new Report(text, Facts.NONE);
        if (RULES.assess(report).urgent()) {
            return URGENT;
        }
        return TRIAGE.assess(report).urgent() ? CONFIRM : QUIET;
    }

    /** Writes today's marks into the last column, where the build was asked to. Marks by right are left alone. */
    static void update(String resource, String column) {
        if (System.getProperty("wasl.update") == null) {
            return;
        }
        Path file = Path.of("src/test/resources" + resource);
        try {
            List<String> heads = List.of();
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.isBlank() || line.startsWith("#")) {
                    lines.add(line);
                } else if (heads.isEmpty()) {
                    heads = List.of(line.split("\t", -1));
                    lines.add(line);
                } else {
                    lines.add(marked(line, heads.indexOf(column)));
                }
            }
            Files.write(file, lines);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String marked(String line, int column) {
        int last = line.lastIndexOf('\t') + 1;
        if (line.substring(last).equals(URGENT)) {
            return line;
        }
        String whole = whole(line.split("\t", -1)[column]);
        return whole.equals(URGENT) ? line : line.substring(0, last) + whole;
    }
}
