package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Conversation.Snapshot;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.Facts;

/**
 * Brings conversations off revisions that are no longer live. Nothing that was said is lost by it: what an answer said
 * on the old revision and no answer says on the new one becomes a fact of the conversation. Nothing is answered by it
 * either: a button of the old question is stale, and the new one is shown before anything counts as its answer. Who
 * stands on a revision nobody knows goes on at the story, or at the emergency path when there was danger.
 */
final class Migrations {

    static final Migrations NONE = new Migrations(Map.of(), Map.of());

    private final Map<String, Flow> retired;
    private final Map<String, Migration> byFrom;

    private Migrations(Map<String, Flow> retired, Map<String, Migration> byFrom) {
        this.retired = retired;
        this.byFrom = byFrom;
    }

    /** Reads the ways off; {@code retired} are the revisions nobody goes on with, by flow and revision. */
    static Migrations read(DataFile file, Map<String, Flow> retired) {
        Map<String, Migration> byFrom = new LinkedHashMap<>();
        for (DataFile part : file.parts("migrations")) {
            Migration migration = Migration.read(part);
            if (byFrom.put(migration.from(), migration) != null) {
                file.problem("two ways off " + migration.from());
            }
        }
        file.nothingElse();
        return new Migrations(retired, byFrom);
    }

    Map<String, Flow> retired() {
        return retired;
    }

    Map<String, Migration> byFrom() {
        return byFrom;
    }

    /** Brings a conversation that was stored on {@code flow} to a live revision; one that is on one stays as it is. */
    void bring(Talk talk, String flow) {
        Map<String, Flow> live = talk.material.flows();
        String here = flow;
        for (int moves = 0; !live.containsKey(here); moves++) {
            Migration way = byFrom.get(here);
            Flow to = way == null ? null : live.getOrDefault(way.to(), retired.get(way.to()));
            if (way == null || to == null || moves > byFrom.size()) {
                adrift(talk);
                return;
            }
            move(talk, retired.get(here), way, to);
            here = way.to();
        }
        talk.flow = Objects.requireNonNull(live.get(here));
    }

    private static void move(Talk talk, @Nullable Flow from, Migration way, Flow to) {
        List<Fact> said = from == null ? List.of() : said(talk, from);
        List<String> picked = talk.picked;
        Map<String, List<String>> answers = talk.answers;
        Map<String, List<String>> kept = talk.kept;
        String before = talk.step;
        talk.answers = carried(answers, way, to);
        talk.kept = carried(kept, way, to);
        List<Snapshot> back = new ArrayList<>();
        for (Snapshot then : talk.back) {
            String step = way.step(then.step());
            if (to.steps().get(step) instanceof Step.Asking) {
                back.add(new Snapshot(step, carried(then.answers(), way, to), then.flags()));
            }
        }
        talk.back = back;
        stand(talk, to, way.step(before));
        talk.picked = new ArrayList<>(way.chosen(before, picked));
        talk.picked.removeIf(option -> !offers(to, talk.step, option));
        Facts still = Facts.of(said(talk, to));
        said.stream()
                .filter(fact -> !talk.told.contains(fact)
                        && !still.observations(fact.key()).contains(fact))
                .forEach(talk.told::add);
    }

    private static List<Fact> said(Talk talk, Flow flow) {
        return Answers.facts(flow, talk.material.places(), talk.answers, talk.step, talk.picked);
    }

    private static LinkedHashMap<String, List<String>> carried(
            Map<String, List<String>> answers, Migration way, Flow to) {
        LinkedHashMap<String, List<String>> carried = new LinkedHashMap<>();
        answers.forEach((old, chosen) -> {
            String step = way.answer(old);
            if (step != null && to.steps().get(step) instanceof Step.Asking) {
                carried.put(step, way.chosen(old, chosen));
            }
        });
        return carried;
    }

    /** Nobody knows the revision any more: what still fits the current one is kept. */
    private static void adrift(Talk talk) {
        Flow to = Objects.requireNonNull(talk.material.flows().get(talk.material.current()));
        talk.answers
                .entrySet()
                .removeIf(answer -> !(to.steps().get(answer.getKey()) instanceof Step.Asking)
                        || !answer.getValue().stream().allMatch(option -> offers(to, answer.getKey(), option)));
        talk.kept.clear();
        talk.back.clear();
        talk.picked.clear();
        stand(talk, to, "");
    }

    private static boolean offers(Flow flow, String step, String option) {
        return !(flow.steps().get(step) instanceof Step.Choose choose)
                || choose.options().stream().anyMatch(one -> one.id().equals(option));
    }

    private static void stand(Talk talk, Flow flow, String step) {
        talk.flow = flow;
        talk.timers.remove(Walk.SILENCE);
        if (talk.panel == Panel.CHANGE) {
            talk.panel = null;
        }
        if (talk.step.isEmpty()) {
            return;
        }
        Set<Flag> flags = talk.flags;
        flags.remove(Flag.REPEATED);
        flags.add(Flag.MOVED);
        talk.opened = talk.turn;
        talk.page = 0;
        if (flow.steps().get(step) instanceof Step.Asking) {
            talk.step = step;
        } else {
            talk.step = flags.contains(Flag.EMERGENCY) ? flow.emergency() : flow.again();
        }
    }
}
