package org.wasl.triage.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.classifier.Calibration;
import org.wasl.triage.classifier.Model;
import org.wasl.triage.classifier.Question;
import org.wasl.triage.classifier.Thresholds;
import org.wasl.triage.corpus.Corpus;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/** Makes the model that is shipped: fitted on all texts, calibrated on what models said of writers unknown to them. */
public final class Training {

    private static final int SHOWN_DIGITS = 8;

    private final Triage rules = Triage.withoutClassifier();
    private final Progress progress;
    private final Settings settings;

    public Training(Progress progress) {
        this(progress, Settings.DEFAULTS);
    }

    Training(Progress progress, Settings settings) {
        this.progress = progress;
        this.settings = settings;
    }

    /** The same model for the same inputs, bit by bit. */
    public Model of(Path corpus) throws IOException {
        List<Example> examples = Example.of(Corpus.read(corpus).train());
        return of(examples, Inputs.digest(corpus));
    }

    Model of(List<Example> examples, String digest) {
        List<HeldOut> heldOut = new CrossValidation(settings, progress).of(examples);
        Map<Question, Calibration> calibrations = calibrations(heldOut);
        Thresholds thresholds = new ThresholdChooser(outcomes(heldOut, calibrations)).choose();
        progress.at("the model itself, on all " + examples.size() + " texts");
        Model scoring = new ModelMaker(settings, true).scoring(examples);
        String version = "wasl-" + examples.size() + "-" + digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
        return new Model(
                version, digest, scoring.weights(), scoring.columns(), scoring.categories(), calibrations, thresholds);
    }

    private static Map<Question, Calibration> calibrations(List<HeldOut> heldOut) {
        Map<Question, Calibration> calibrations = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            calibrations.put(
                    question,
                    Calibrator.of(heldOut.stream()
                            .map(held -> new Calibrator.Scored(
                                    held.score(question),
                                    Questions.isYes(question, held.example().text())))
                            .toList()));
        }
        return calibrations;
    }

    private List<Outcome> outcomes(List<HeldOut> heldOut, Map<Question, Calibration> calibrations) {
        List<Outcome> outcomes = new ArrayList<>();
        for (HeldOut held : heldOut) {
            outcomes.add(new Outcome(
                    held.example(),
                    rules.assess(new Report(held.example().text().text(), Facts.NONE))
                            .level(),
                    probability(held, Question.URGENT, calibrations),
                    probability(held, Question.HARM, calibrations),
                    probability(held, Question.REPORT, calibrations)));
        }
        return outcomes;
    }

    private static double probability(HeldOut held, Question question, Map<Question, Calibration> calibrations) {
        Calibration calibration = calibrations.get(question);
        if (calibration == null) {
            throw new IllegalStateException("no calibration of " + question);
        }
        return calibration.probability(held.score(question));
    }
}
