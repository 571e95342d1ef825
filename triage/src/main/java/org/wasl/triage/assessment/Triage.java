package org.wasl.triage.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.classifier.Classifier;
import org.wasl.triage.classifier.Reading;
import org.wasl.triage.classifier.StaleModelException;
import org.wasl.triage.lexicon.FaultyDataException;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.text.LanguageIdentifier;
import org.wasl.triage.text.LanguageIdentifier.Identified;
import org.wasl.triage.text.NormalText;
import org.wasl.triage.text.Normaliser;

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
            List.of("ar", "arabizi", "ckb", "ckb-latn", "kmr-arab", "kmr-latn", "en", "shared");

    /** A text of fewer words is too short to tell its language, and to be called unreadable. */
    private static final int FEWEST_WORDS = 3;

    private static final String NOT_UNDERSTOOD = "not-understood";
    private static final String CUT = "cut";
    private static final String PERHAPS_MORE = "perhaps-more";
    private static final String EVERYDAY = "everyday";

    /** The languages the classifier learnt from; of others it cannot say that they are everyday talk. */
    private static final Set<Language> LEARNT = EnumSet.of(
            Language.ARABIC,
            Language.ARABIZI,
            Language.SORANI,
            Language.SORANI_LATIN,
            Language.BADINI,
            Language.KURMANJI_LATIN);

    private final RuleBook book;
    private final Judge judge;
    private final LanguageIdentifier identifier;
    private final FactReader reader;
    private final String versions;
    private final @Nullable Classifier classifier;

    private Triage(RuleBook book, Lexicons lexicons, LanguageIdentifier identifier, @Nullable Classifier classifier) {
        this.book = book;
        this.judge = new Judge(book);
        this.identifier = identifier;
        this.reader = new FactReader(lexicons);
        this.versions = book.version() + "/" + lexicons.version();
        this.classifier = classifier;
    }

    /**
     * Reads the rules, the lexicons and the classifier's model from the class path.
     *
     * @throws FaultyDataException with every problem found in the rules and lexicons
     * @throws StaleModelException if the model is not of this program's time
     */
    public static Triage load() {
        return with(Classifier.load());
    }

    /** With another model than the one of the class path: to measure one. */
    public static Triage with(Classifier classifier) {
        return load(classifier);
    }

    /** By rules and lexicons alone: to measure what the classifier adds. */
    public static Triage withoutClassifier() {
        return load(null);
    }

    private static Triage load(@Nullable Classifier classifier) {
        // Beside the lexicons: a start takes half as long where there are two processors.
        CompletableFuture<LanguageIdentifier> identifier = CompletableFuture.supplyAsync(LanguageIdentifier::load);
        Map<String, List<String>> lexicons = new LinkedHashMap<>();
        for (String language : LEXICONS) {
            String name = "lexicon/" + language + ".txt";
            lexicons.put(name, lines(name));
        }
        return new Triage(
                RuleBookReader.read(RULES, lines(RULES)), LexiconReader.read(lexicons), joined(identifier), classifier);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw failed;
        }
    }

    /**
     * Reads a report of any length in bounded time: of a text longer than {@link Normaliser#LONGEST} only the beginning
     * ({@link Normaliser#read} says how much), and says so by the reason U02.
     */
    public Assessment assess(Report report) {
        NormalText text = NormalText.of(report.text());
        Identified languages = identifier.identify(text);
        FactReader.Reading reading = reader.read(report.text(), text, languages);
        boolean understood = understood(text, languages);
        Set<String> signals = new HashSet<>(reading.signals());
        if (!understood) {
            signals.add(NOT_UNDERSTOOD);
        }
        if (text.cut()) {
            signals.add(CUT);
        }
        Facts facts = report.facts().with(reading.facts());
        Reading whole = classifier == null || text.sentences().isEmpty() ? null : classifier.read(text);
        if (whole == null || whole.ask() || whole.verdict() == Reading.Verdict.DANGER) {
            facts = facts.with(reading.doubted().facts());
            signals.addAll(reading.doubted().signals());
        } else if (!reading.doubted().facts().isEmpty()) {
            signals.add(PERHAPS_MORE);
        }
        Heard heard = whole == null ? new Heard(facts, List.of()) : listen(whole, report, languages, facts, signals);
        facts = heard.facts();
        Judge.Judgement judgement = judge.judge(facts, signals);
        List<Category> categories = Categories.of(book, facts, signals, heard.topics());
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
                classifier == null ? "none" : classifier.model().version(),
                versions);
    }

    /** What is known once the classifier was heard. */
    private record Heard(Facts facts, List<Category> topics) {}

    /**
     * Lets the classifier speak where the rules saw less than it: as a suspicion with its words, so that it counts up to
     * L2 and its words are shown. A level the rules reached by words that were answered with no since is not raised by
     * it again.
     */
    private Heard listen(Reading reading, Report report, Identified languages, Facts facts, Set<String> signals) {
        if (reading.ask()) {
            signals.add(PERHAPS_MORE);
        }
        boolean nothingTold = report.facts().isEmpty();
        boolean learnt = languages.sentences().stream().allMatch(LEARNT::contains);
        if (reading.verdict() == Reading.Verdict.EVERYDAY && nothingTold && learnt) {
            signals.add(EVERYDAY);
        }
        Level read = reading.verdict().level();
        Reading.Span span = reading.weighty();
        if (span == null || judge.undenied(facts, signals).atLeastAsSevereAs(read)) {
            return new Heard(facts, reading.categories());
        }
        Evidence words = new Evidence(span.start(), span.end(), report.text().substring(span.start(), span.end()));
        String detail = read.urgent() ? "danger" : "harm";
        return new Heard(facts.with(Fact.suspected(FactKey.READS_LIKE, detail, null, words)), reading.categories());
    }

    /** How many comparisons reading this text takes. */
    long steps(String text) {
        NormalText normal = NormalText.of(text);
        return reader.read(text, normal, identifier.identify(normal)).steps();
    }

    /** Whether there is a lexicon for what was written, and all of it was read. */
    private static boolean understood(NormalText text, Identified languages) {
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
