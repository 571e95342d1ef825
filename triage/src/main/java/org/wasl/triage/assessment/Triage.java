package org.wasl.triage.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Report;

/**
 * Reads a report and says how urgent it is, and why.
 *
 * <p>Deterministic, offline, free of any clock, safe for use by many threads; one instance serves a whole process.
 * Never throws for any text. Free text alone only raises: what it says becomes suspicions, which count up to L2 unless
 * they say that danger, a severe injury or a suicide plan is there now.
 */
public final class Triage {

    private static final String RULES = "rules.txt";

    private final RuleBook book;
    private final Judge judge;

    private Triage(RuleBook book) {
        this.book = book;
        this.judge = new Judge(book);
    }

    /**
     * Reads the rules and lexicons from the class path.
     *
     * @throws FaultyDataException with every problem found in them
     */
    public static Triage load() {
        return new Triage(RuleBookReader.read(RULES, lines(RULES)));
    }

    public Assessment assess(Report report) {
        Facts facts = report.facts();
        Judge.Judgement judgement = judge.judge(facts, Set.of());
        List<Category> categories = Categories.of(book, facts, Set.of());
        return new Assessment(
                Language.OTHER,
                categories.get(0),
                categories.subList(1, categories.size()),
                judgement.level(),
                judgement.score(),
                judgement.suspectedOnly(),
                true,
                facts,
                judgement.reasons(),
                judgement.wouldRaise(),
                judgement.tags(),
                "none",
                book.version());
    }

    private static List<String> lines(String name) {
        try (InputStream in = Triage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("triage data " + name + ": not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("triage data " + name + ": cannot be read", unreadable);
        }
    }
}
