package org.wasl.bot.conversation;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the ways off retired revisions: each retired revision has one and it ends on a live one, every question has a
 * place to go, and no answer is lost without somebody having said so.
 */
final class MigrationCheck {

    private final Material material;
    private final Problems problems;

    MigrationCheck(Material material, Problems problems) {
        this.material = material;
        this.problems = problems;
    }

    void check() {
        Migrations migrations = material.migrations();
        for (String key : migrations.retired().keySet()) {
            if (material.flows().containsKey(key)) {
                problems.add("flows: " + key + " is live and retired");
            }
            if (!migrations.byFrom().containsKey(key)) {
                problems.add("migrations: no way off " + key);
            }
        }
        migrations.byFrom().values().forEach(this::check);
    }

    private void check(Migration way) {
        String where = "migration from " + way.from();
        Flow from = flow(way.from());
        Flow to = flow(way.to());
        if (from == null) {
            problems.add(where + ": no such revision, live or retired");
        }
        if (to == null) {
            problems.add(where + ": leads to no revision: " + way.to());
        }
        if (from == null || to == null) {
            return;
        }
        if (!ends(way)) {
            problems.add(where + ": goes in a circle");
        }
        names(way, from, to, where);
        for (Step step : from.steps().values()) {
            if (step instanceof Step.Asking asking) {
                standing(way, asking, to, where);
                answers(way, asking, to, where);
            }
        }
    }

    private @Nullable Flow flow(String key) {
        Flow live = material.flows().get(key);
        return live == null ? material.migrations().retired().get(key) : live;
    }

    private boolean ends(Migration way) {
        Set<String> seen = new HashSet<>();
        String here = way.from();
        while (seen.add(here)) {
            Migration next = material.migrations().byFrom().get(here);
            if (next == null || (!here.equals(way.from()) && material.flows().containsKey(here))) {
                return true;
            }
            here = next.to();
        }
        return false;
    }

    private void names(Migration way, Flow from, Flow to, String where) {
        way.steps().forEach((old, step) -> {
            asked(from, old, where + ", steps");
            asked(to, step, where + ", steps");
        });
        way.answers().forEach((old, step) -> {
            asked(from, old, where + ", answers");
            asked(to, step, where + ", answers");
        });
        way.dropped().forEach(old -> asked(from, old, where + ", dropped"));
        way.options().keySet().stream()
                .filter(option -> !offered(from, option))
                .forEach(option -> problems.add(where + ", options: no such option: " + option));
    }

    private void asked(Flow flow, String step, String where) {
        if (!(flow.steps().get(step) instanceof Step.Asking)) {
            problems.add(where + ": no question of " + Material.key(flow) + ": " + step);
        }
    }

    private static boolean offered(Flow flow, String option) {
        int equals = option.indexOf('=');
        return equals > 0
                && flow.steps().get(option.substring(0, equals)) instanceof Step.Choose choose
                && choose.options().stream().anyMatch(one -> one.id().equals(option.substring(equals + 1)));
    }

    private void standing(Migration way, Step.Asking asking, Flow to, String where) {
        if (!(to.steps().get(way.step(asking.id())) instanceof Step.Asking)) {
            problems.add(where + ": no way from step " + asking.id());
        }
    }

    /** Stories and texts need no check: what was written is kept apart from the answers. */
    private void answers(Migration way, Step.Asking asking, Flow to, String where) {
        String taken = way.answer(asking.id());
        if (taken == null) {
            return;
        }
        Step target = to.steps().get(taken);
        if (asking instanceof Step.AskPlace && !(target instanceof Step.AskPlace)) {
            problems.add(where + ": the answer of " + asking.id() + " is neither taken over nor dropped");
        }
        if (asking instanceof Step.Choose choose) {
            choose.options().stream()
                    .filter(option -> !(target instanceof Step.Choose other)
                            || !offered(to, other.id() + "=" + renamed(way.options(), asking.id(), option.id())))
                    .forEach(option -> problems.add(where + ": the answer " + asking.id() + "=" + option.id()
                            + " is neither taken over nor dropped"));
        }
    }

    private static String renamed(Map<String, String> options, String step, String option) {
        return Objects.requireNonNullElse(options.get(step + "=" + option), option);
    }
}
