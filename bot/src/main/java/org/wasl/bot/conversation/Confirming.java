package org.wasl.bot.conversation;

import java.util.Comparator;
import java.util.Optional;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;

/**
 * Chooses what to confirm of that which free text seems to say: the suspicion whose yes would raise the level most;
 * among equals one that raises before one an urgent level already rests on, then the order of the flow.
 */
final class Confirming {

    private final Talk talk;
    private final Assessment assessment;

    private Confirming(Talk talk) {
        this.talk = talk;
        this.assessment = talk.assessment();
    }

    /** Where the confirming step leads. */
    static String next(Talk talk, Step.Confirm confirm) {
        boolean asked =
                confirm.suspicions().stream().anyMatch(one -> talk.asked().contains(one.question()));
        if (asked || talk.nothingSaid()) {
            return confirm.next();
        }
        return new Confirming(talk).best(confirm).map(Step.Suspicion::question).orElse(confirm.next());
    }

    private record Ranked(Step.Suspicion suspicion, Level level, boolean holds) {
        boolean later() {
            return !suspicion.first();
        }
    }

    private Optional<Step.Suspicion> best(Step.Confirm confirm) {
        return confirm.suspicions().stream()
                .filter(one -> Condition.standing(talk.facts(), one.fact()) == Truth.SUSPECTED)
                .flatMap(one -> rank(one).stream())
                .min(Comparator.comparing(Ranked::later)
                        .thenComparing(Ranked::level)
                        .thenComparing(Ranked::holds))
                .map(Ranked::suspicion);
    }

    private Optional<Ranked> rank(Step.Suspicion suspicion) {
        return raises(suspicion.fact())
                .map(to -> new Ranked(suspicion, to, false))
                .or(() -> holds(suspicion.fact()).map(floor -> new Ranked(suspicion, floor, true)));
    }

    /**
     * The level a yes would lead to, when it is an urgent one above today's. Triage says which facts could raise at all,
     * with whatever detail; a yes to this suspicion has only the detail the words gave.
     */
    private Optional<Level> raises(FactKey fact) {
        if (assessment.wouldRaise().stream().noneMatch(raise -> raise.fact() == fact)) {
            return Optional.empty();
        }
        Facts confirmed = talk.chosen().with(Suspicions.confirming(talk.facts(), fact));
        Level level = talk.material
                .triage()
                .apply(new Report(talk.storyText(), confirmed))
                .level();
        return Optional.of(level).filter(to -> to.urgent() && to.compareTo(assessment.level()) < 0);
    }

    /** The urgent level that rests on this suspicion. */
    private Optional<Level> holds(FactKey fact) {
        return assessment.reasons().stream()
                .filter(reason -> reason.suspected() && reason.facts().contains(fact))
                .map(Reason::floor)
                .filter(Level::urgent)
                .min(Comparator.naturalOrder());
    }
}
