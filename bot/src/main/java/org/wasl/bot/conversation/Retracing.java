package org.wasl.bot.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasl.bot.conversation.Conversation.Snapshot;

/** Goes back, or asks an answered question again: what was answered since is restored, taken up again, or dropped. */
final class Retracing {

    private final Talk talk;
    private final Walk walk;

    Retracing(Talk talk, Walk walk) {
        this.talk = talk;
        this.walk = walk;
    }

    void remember(Step.Asking asking) {
        talk.back.add(new Snapshot(asking.id(), new LinkedHashMap<>(talk.answers), Flag.copyOf(talk.flags)));
        if (talk.back.size() > talk.material.settings().maxBack()) {
            talk.back.removeFirst();
        }
    }

    /** The question before, with the answers of then. What was written stays written. */
    void back() {
        if (talk.back.isEmpty()) {
            Speech.say(talk, "back.none");
            Panels.close(talk, walk);
            return;
        }
        Snapshot before = talk.back.removeLast();
        drop(talk.answers.keySet().stream()
                .filter(id -> !before.answers().containsKey(id))
                .toList());
        Set<Flag> lasting = Flag.copyOf(talk.flags);
        lasting.retainAll(Set.of(Flag.EXIT_USED, Flag.FILED_UNSEEN));
        talk.answers = new LinkedHashMap<>(before.answers());
        talk.kept.clear();
        talk.flags.clear();
        talk.flags.addAll(before.flags());
        talk.flags.addAll(lasting);
        talk.changed();
        walk.open((Step.Asking) talk.flow.step(before.step()));
    }

    private void drop(List<String> questions) {
        Consents.withdraw(talk, questions);
        questions.forEach(this::reopen);
    }

    private void reopen(String question) {
        if (talk.flow.steps().get(question) instanceof Step.Choose choose) {
            Suspicions.reopen(talk, choose);
        }
    }

    /** Asks an answered question again; answers given after it are taken up again where the way still leads there. */
    void change(Step.Asking asking) {
        remember(asking);
        Map<String, List<String>> later = new LinkedHashMap<>();
        boolean after = false;
        for (Map.Entry<String, List<String>> answer : List.copyOf(talk.answers.entrySet())) {
            if (after) {
                later.put(answer.getKey(), answer.getValue());
            }
            after |= answer.getKey().equals(asking.id());
        }
        Consents.withdraw(talk, List.of(asking.id()));
        talk.answers.remove(asking.id());
        later.keySet().forEach(talk.answers::remove);
        later.keySet().forEach(this::reopen);
        talk.changed();
        walk.open(asking);
        talk.kept.clear();
        talk.kept.putAll(later);
    }

    /** An answer of before a change is taken up again. */
    void restore(Step.Asking asking, List<String> before) {
        talk.answers.put(asking.id(), before);
        talk.changed();
        if (asking instanceof Step.Choose choose) {
            choose.options().stream()
                    .filter(option -> before.contains(option.id()))
                    .forEach(option -> Suspicions.answer(talk, option));
        }
    }

    /** What was answered on a way that is no longer gone is dropped, and what it granted with it. */
    void orphaned() {
        Consents.withdraw(talk, talk.kept.keySet());
        talk.kept.clear();
    }
}
