package org.wasl.bot.conversation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Stage;

/**
 * What of a flow is counted when a conversation is over.
 *
 * @param stages by question; one that is not here is not counted
 * @param helped the question whether it helped; {@code null} where the flow has none
 * @param safe the question whether it felt safe; {@code null} with {@code helped}
 */
record Counted(
        Map<String, Stage> stages,
        @Nullable String helped,
        @Nullable String safe) {

    /** A tap that says yes, and one that says no. */
    static final String YES = "so";

    static final String NO = "not-so";

    static final Counted NOTHING = new Counted(Map.of(), null, null);

    Counted {
        stages = Map.copyOf(stages);
    }

    /**
     * Reads what is to be counted.
     *
     * @param byPart ids of the steps of each part
     */
    static Counted read(DataFile file, Map<String, Step> steps, Map<String, Set<String>> byPart) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (DataFile stage : file.parts("stages")) {
            Stage named = stage(stage);
            Set<String> questions = new LinkedHashSet<>(stage.texts("steps"));
            for (String part : stage.texts("parts")) {
                if (!byPart.containsKey(part)) {
                    stage.problem("part not known: " + part);
                }
                byPart.getOrDefault(part, Set.of()).stream()
                        .filter(id -> steps.get(id) instanceof Step.Asking)
                        .forEach(questions::add);
            }
            questions.removeAll(stage.texts("others"));
            for (String question : questions) {
                if (stages.put(question, named) != null) {
                    stage.problem("question in two stages: " + question);
                }
            }
            stage.nothingElse();
        }
        return new Counted(stages, file.optional("helped"), file.optional("felt-safe"));
    }

    private static Stage stage(DataFile data) {
        String written = data.text("stage");
        for (Stage stage : Stage.values()) {
            if (Speech.lower(stage).equals(written)) {
                return stage;
            }
        }
        data.problem("stage not known: " + written);
        return Stage.GREETING;
    }

    /** What is wrong with it in this flow. */
    List<String> problems(Map<String, Step> steps) {
        TreeSet<String> problems = new TreeSet<>();
        stages.keySet().stream()
                .filter(id -> !(steps.get(id) instanceof Step.Asking))
                .forEach(id -> problems.add("stage of no question: " + id));
        if ((helped == null) != (safe == null)) {
            problems.add("one of the two questions about the help");
        }
        tap(helped, steps, problems);
        tap(safe, steps, problems);
        return List.copyOf(problems);
    }

    /** What is only counted must not be told to the team as well, and must have been somebody's own wish to answer. */
    private static void tap(@Nullable String id, Map<String, Step> steps, TreeSet<String> problems) {
        if (id == null) {
            return;
        }
        if (!(steps.get(id) instanceof Step.Choose choose)) {
            problems.add("counted answer of no choice: " + id);
            return;
        }
        List<String> options = choose.options().stream().map(Option::id).toList();
        if (!options.equals(List.of(YES, NO)) || !choose.unsaid() || choose.multi() || choose.skip() == null) {
            problems.add("counted answer that is not one unsaid tap of two which can be skipped: " + id);
        }
        boolean tells = choose.options().stream()
                .anyMatch(option -> !option.facts().isEmpty()
                        || !option.denies().isEmpty()
                        || option.consent() != null
                        || !option.sets().isEmpty());
        if (tells) {
            problems.add("counted answer that says something else too: " + id);
        }
    }

    @Override
    public String toString() {
        return "Counted[" + stages.size() + " questions]";
    }
}
