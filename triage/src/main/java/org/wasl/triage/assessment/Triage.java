package org.wasl.triage.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;
import org.wasl.triage.text.LanguageIdentifier;
import org.wasl.triage.text.NormalText;

/**
 * Reads a report and says how urgent it is, and why.
 *
 * <p>Deterministic, offline, free of any clock, safe for use by many threads; one instance serves a whole process.
 * Never throws for any text. Free text alone only raises: what it says becomes suspicions, which count up to L2 unless
 * they say that danger, a severe injury or a suicide plan is there now.
 */
public final class Triage {

    private static final String RULES = "rules.txt";
    private static final List<String> LEXICONS =
            List.of("ar", "arabizi", "ckb", "ckb-latn", "kmr-arab", "kmr-latn", "en");

    /** A text of fewer words is too short to tell its language, and to be called unreadable. */
    private static final int FEWEST_WORDS = 3;

    private static final String NOT_UNDERSTOOD = "not-understood";

    private final RuleBook book;
    private final Judge judge;
    private final LanguageIdentifier identifier;
    private final FactReader reader;
    private final String versions;

    private Triage(RuleBook book, Lexicons lexicons, LanguageIdentifier identifier) {
        this.book = book;
        this.judge = new Judge(book);
        this.identifier = identifier;
        this.reader = new FactReader(lexicons);
        this.versions = book.version() + "/" + lexicons.version();
    }

    /**
     * Reads the rules and lexicons from the class path.
     *
     * @throws FaultyDataException with every problem found in them
     */
    public static Triage load() {
        Map<String, List<String>> lexicons = new LinkedHashMap<>();
        for (String language : LEXICONS) {
            String name = "lexicon/" + language + ".txt";
            lexicons.put(name, lines(name));
        }
        return new Triage(
                RuleBookReader.read(RULES, lines(RULES)), LexiconReader.read(lexicons), LanguageIdentifier.load());
    }

    public Assessment assess(Report report) {
        NormalText text = NormalText.of(report.text());
        LanguageIdentifier.Identified languages = identifier.identify(text);
        FactReader.Reading reading = reader.read(report.text(), text, languages);
        boolean understood = understood(text, languages);
        Set<String> signals = new HashSet<>(reading.signals());
        if (!understood) {
            signals.add(NOT_UNDERSTOOD);
        }
        Facts facts = report.facts().with(reading.facts());
        Judge.Judgement judgement = judge.judge(facts, signals);
        List<Category> categories = Categories.of(book, facts, signals);
        return new Assessment(
                languages.main(),
                categories.get(0),
                categories.subList(1, categories.size()),
                judgement.level(),
                judgement.score(),
                judgement.suspectedOnly(),
                understood,
                facts,
                judgement.reasons(),
                judgement.wouldRaise(),
                judgement.tags(),
                "none",
                versions);
    }

    /** How many comparisons reading this text takes. */
    long steps(String text) {
        NormalText normal = NormalText.of(text);
        return reader.read(text, normal, identifier.identify(normal)).steps();
    }

    /** Whether there is a lexicon for what was written, and all of it was read. */
    private static boolean understood(NormalText text, LanguageIdentifier.Identified languages) {
        if (text.cut()) {
            return false;
        }
        if (languages.words() < FEWEST_WORDS) {
            return true;
        }
        return switch (languages.main()) {
            case ARABIC, ARABIZI, SORANI, SORANI_LATIN, BADINI, KURMANJI_LATIN, ENGLISH -> true;
            case PERSIAN, TURKISH, OTHER -> false;
        };
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
