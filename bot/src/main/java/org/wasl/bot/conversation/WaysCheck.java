package org.wasl.bot.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes all ways of a flow: every step is reached and left, no round is without a question, the emergency exit asks. */
final class WaysCheck {

    private final Flow flow;
    private final String name;
    private final Problems problems;

    WaysCheck(Flow flow, String name, Problems problems) {
        this.flow = flow;
        this.name = name;
        this.problems = problems;
    }

    void check(Iterable<String> entries) {
        Set<String> reached = reach(entries);
        flow.steps().keySet().stream()
                .filter(id -> !reached.contains(id))
                .forEach(id -> problems.add(name + ", step " + id + ": nothing leads here"));
        Set<String> leaving = leaving();
        flow.steps().keySet().stream()
                .filter(id -> !leaving.contains(id))
                .forEach(id -> problems.add(name + ", step " + id + ": dead end, no way to an end"));
        for (Step step : flow.steps().values()) {
            if (!(step instanceof Step.Asking) && roundWithoutQuestion(step.id())) {
                problems.add(name + ", step " + step.id() + ": a round without a question");
            }
        }
        if (reach(List.of(flow.emergency())).stream()
                .noneMatch(id -> flow.steps().get(id) instanceof Step.Asking)) {
            problems.add(name + ": the emergency exit asks nothing and reaches nobody");
        }
    }

    private Set<String> reach(Iterable<String> entries) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        entries.forEach(open::add);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (reached.add(id)) {
                open.addAll(flow.step(id).nexts());
            }
        }
        return reached;
    }

    private Set<String> leaving() {
        Set<String> leaving = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Step step : flow.steps().values()) {
                boolean leaves =
                        step instanceof Step.End || step.nexts().stream().anyMatch(leaving::contains);
                more |= leaves && leaving.add(step.id());
            }
        }
        return leaving;
    }

    private boolean roundWithoutQuestion(String from) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(flow.step(from).nexts());
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(from)) {
                return true;
            }
            if (!(flow.step(id) instanceof Step.Asking) && seen.add(id)) {
                open.addAll(flow.step(id).nexts());
            }
        }
        return false;
    }
}
