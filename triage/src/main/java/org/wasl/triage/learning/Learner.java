package org.wasl.triage.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.wasl.triage.classifier.Weights;

/** Fits one maximum entropy model with OpenNLP (quasi-Newton, L2). One thread, so that sums come in one order. */
final class Learner {

    /** The feature every text has: what is known before anything is read. */
    static final String START = "^";

    private final FeatureTable table;

    Learner(FeatureTable table) {
        this.table = table;
    }

    /** The model of the answers to one question. */
    Fit fit(
            Weights.View view,
            Collection<Example> examples,
            Function<Example, String> answer,
            double penalty,
            int iterations) {
        List<Event> events = new ArrayList<>(examples.size());
        for (Example example : examples) {
            events.add(event(answer.apply(example), table.vector(view, example)));
        }
        try {
            EventTrainer trainer = TrainerFactory.getEventTrainer(parameters(penalty, iterations), new HashMap<>());
            return Fit.of(trainer.train(new Events(events)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("training reads from memory", impossible);
        }
    }

    private static Event event(String outcome, FeatureTable.Vector vector) {
        String[] names = new String[vector.names().size() + 1];
        float[] values = new float[names.length];
        names[0] = START;
        values[0] = 1;
        for (int at = 1; at < names.length; at++) {
            names[at] = vector.names().get(at - 1);
            values[at] = vector.values()[at - 1];
        }
        return new Event(outcome, names, values);
    }

    private static TrainingParameters parameters(double penalty, int iterations) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, penalty);
        parameters.put(QNTrainer.THREADS_PARAM, 1);
        parameters.put("DataIndexer", "OnePassRealValue");
        parameters.put("PrintMessages", false);
        return parameters;
    }

    /** Events from memory. */
    private static final class Events implements ObjectStream<Event> {
        private final List<Event> events;
        private Iterator<Event> left;

        Events(List<Event> events) {
            this.events = events;
            this.left = events.iterator();
        }

        @Override
        @SuppressWarnings("NullAway") // OpenNLP's streams end with null.
        public Event read() {
            return left.hasNext() ? left.next() : null;
        }

        @Override
        public void reset() {
            left = events.iterator();
        }
    }
}
