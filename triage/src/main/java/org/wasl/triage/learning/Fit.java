package org.wasl.triage.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;

/** The parameters of a fitted model, out of the library's own shape. */
final class Fit {

    private static final double[] NOTHING = {};

    private final Map<String, double[]> byName;
    private final List<String> outcomes;

    private Fit(Map<String, double[]> byName, List<String> outcomes) {
        this.byName = byName;
        this.outcomes = outcomes;
    }

    static Fit of(MaxentModel model) {
        List<String> outcomes = new ArrayList<>();
        for (int at = 0; at < model.getNumOutcomes(); at++) {
            outcomes.add(model.getOutcome(at));
        }
        Map<String, double[]> byName = new HashMap<>();
        // The names and parameters stand second in the library's "data structures".
        Map<?, ?> contexts = (Map<?, ?>) ((AbstractModel) model).getDataStructures()[1];
        contexts.forEach((name, context) -> byName.put((String) name, dense((Context) context, outcomes.size())));
        return new Fit(byName, List.copyOf(outcomes));
    }

    private static double[] dense(Context context, int outcomes) {
        double[] parameters = new double[outcomes];
        for (int at = 0; at < context.getOutcomes().length; at++) {
            parameters[context.getOutcomes()[at]] = context.getParameters()[at];
        }
        return parameters;
    }

    /** What a feature weighs for an outcome; zero for what was not learnt. */
    double weight(String name, String outcome) {
        double[] parameters = byName.getOrDefault(name, NOTHING);
        int at = outcomes.indexOf(outcome);
        return at < 0 || parameters.length == 0 ? 0 : parameters[at];
    }
}
