package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

/**
 * Says of a conversation that is over what is counted of it: each is over once. It is over when the person goes, erases
 * or is forgotten; one that was put aside is over when it can be taken up no more.
 */
final class Endings {

    private Endings() {}

    /** The conversation that is open now is over. */
    static void now(Talk talk) {
        of(talk.flow, talk.step, talk.locale, talk.answers, talk.filing != null).stream()
                .filter(ending -> !greeted(ending))
                .forEach(ending -> talk.effects.add(new Effect.Ended(ending)));
    }

    /** What was put aside can be taken up no more. */
    static void held(Talk talk) {
        Conversation held = talk.held;
        if (held != null) {
            of(talk.material, held).stream()
                    .filter(ending -> !greeted(ending))
                    .forEach(ending -> talk.effects.add(new Effect.Ended(ending)));
        }
    }

    /** Nobody spoke for so long that everything is forgotten. A greeting alone counts here, and only here. */
    static List<Ending> forgotten(Material material, Conversation state) {
        Conversation held = state.held();
        List<Ending> endings = new ArrayList<>(of(material, state));
        if (held != null) {
            endings.addAll(of(material, held));
            endings.removeIf(Endings::greeted);
        }
        return List.copyOf(endings);
    }

    /** Whoever opens a chat three times in an hour has opened one. */
    private static boolean greeted(Ending ending) {
        return ending instanceof Ending.Left left && left.stage() == Stage.GREETING;
    }

    private static List<Ending> of(Material material, Conversation state) {
        return of(material.flow(state.flow()), state.step(), state.locale(), state.answers(), state.filing() != null);
    }

    private static List<Ending> of(
            Flow flow, String step, String locale, Map<String, List<String>> answers, boolean filed) {
        List<Ending> endings = new ArrayList<>();
        Stage stage = flow.counted().stages().get(step);
        if (stage != null && !filed) {
            endings.add(new Ending.Left(stage, stage == Stage.GREETING ? "" : locale));
        }
        Tap helped = tap(flow.counted().helped(), answers);
        if (helped != Tap.NONE) {
            endings.add(new Ending.Said(helped, tap(flow.counted().safe(), answers), locale));
        }
        return endings;
    }

    private static Tap tap(@Nullable String question, Map<String, List<String>> answers) {
        List<String> chosen = question == null ? List.of() : answers.getOrDefault(question, List.of());
        if (chosen.contains(Counted.YES)) {
            return Tap.YES;
        }
        return chosen.contains(Counted.NO) ? Tap.NO : Tap.NONE;
    }
}
