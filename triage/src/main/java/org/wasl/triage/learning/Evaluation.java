package org.wasl.triage.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.classifier.Classifier;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.corpus.CorpusText;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;

/** Measures triage on texts with known answers. Holds counts, never a text. */
public final class Evaluation {

    private static final int TOLD_EVERY = 500;

    private final Path corpusFolder;
    private final Progress progress;
    private final Model model = Classifier.load().model();

    public Evaluation(Path corpusFolder, Progress progress) {
        this.corpusFolder = corpusFolder;
        this.progress = progress;
    }

    /** What an evaluation is made on. */
    public enum On {
        /** The development sets, by the shipped model: texts of writers it does not know. */
        DEVELOPMENT,
        /** The development sets, by rules and lexicons alone: what the classifier adds is the difference. */
        RULES_ALONE,
        /** The training texts, each by a model that learnt from all writers but its own. */
        HELD_OUT
    }

    /**
     * Everything measured.
     *
     * @param on in words, what it was measured on
     */
    record Result(
            String on, String model, List<Scorecard> cards, List<Confusion> confusions, List<Outside.Line> outside) {}

    /**
     * @param data a folder of other people's texts, or {@code null}
     * @return the figures as plain text and as one page of HTML
     */
    public Figures measure(On on, @org.jspecify.annotations.Nullable Path data) throws IOException {
        Corpus corpus = Corpus.read(corpusFolder);
        List<Judged> judged = switch (on) {
            case DEVELOPMENT, RULES_ALONE -> judged(triage(on), corpus.dev());
            case HELD_OUT -> heldOut(corpus);
        };
        String of = switch (on) {
            case DEVELOPMENT, RULES_ALONE ->
                corpus.dev().size() + " development texts by writers unknown to the model (" + corpus.repeated()
                        + " more left out: also written for training)";
            case HELD_OUT ->
                judged.size() + " training texts, each judged by a model that learnt from none of its writer's";
        };
        List<Outside.Line> outside = data == null ? List.of() : new Outside(triage(on), progress).measure(data);
        Result result = new Result(
                of, on == On.RULES_ALONE ? "none" : model.version(), Scorecard.of(judged), confusions(judged), outside);
        return new Figures(FiguresText.of(result), FiguresPage.of(result));
    }

    /** The same figures for reading in a terminal and in a browser. */
    public record Figures(String text, String page) {}

    private static Triage triage(On on) {
        return on == On.RULES_ALONE ? Triage.withoutClassifier() : Triage.load();
    }

    private List<Judged> judged(Triage by, List<CorpusText> texts) {
        List<Judged> judged = new ArrayList<>(texts.size());
        for (CorpusText text : texts) {
            judged.add(new Judged(text, by.assess(new Report(text.text(), Facts.NONE))));
            if (judged.size() % TOLD_EVERY == 0) {
                progress.at(judged.size() + " of " + texts.size() + " texts");
            }
        }
        return judged;
    }

    private List<Judged> heldOut(Corpus corpus) {
        return new Folds(Example.of(corpus.train())).each((learnt, unseen) -> {
            progress.at("held out: " + unseen.size() + " texts");
            Model scoring = new ModelMaker(Settings.DEFAULTS, true).scoring(learnt);
            Model calibrated = new Model(
                    model.version(),
                    model.inputs(),
                    scoring.weights(),
                    scoring.columns(),
                    scoring.categories(),
                    model.calibrations(),
                    model.thresholds());
            return judged(
                    Triage.with(new Classifier(calibrated)),
                    unseen.stream().map(Example::text).toList());
        });
    }

    private static List<Confusion> confusions(List<Judged> judged) {
        return List.of(
                Confusion.of(
                        "Level",
                        judged,
                        Arrays.stream(Level.values()).map(Level::wire).toList(),
                        one -> one.text().level().wire(),
                        one -> one.assessment().level().wire()),
                Confusion.of(
                        "Category",
                        judged,
                        Arrays.stream(Category.values()).map(Category::name).toList(),
                        one -> one.text().category().name(),
                        one -> one.assessment().category().name()));
    }
}
