package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;

/**
 * What triage makes of all that is known in a turn, for the team; and what of it shows in the chat, where nothing said
 * under duress changes anything. Judged again only when something was added.
 */
final class Judgement {

    private static final Set<String> CHILDHOOD = Set.of("<9", "9-14", "15-17");

    private final Talk talk;
    private @Nullable Assessment assessment;
    private @Nullable Assessment inSight;

    Judgement(Talk talk) {
        this.talk = talk;
    }

    /** Triage's judgement of all that is known; made again only when something was added. */
    Assessment assessment() {
        if (assessment == null) {
            assessment = talk.material.triage().apply(new Report(talk.storyText(), talk.chosen()));
        }
        return assessment;
    }

    void changed() {
        assessment = null;
        inSight = null;
    }

    /** The judgement by which the chat goes on: what was said under duress changes nothing that can be seen. */
    private Assessment inSight() {
        if (inSight == null) {
            Facts all = talk.chosen();
            inSight = all.isYes(FactKey.DURESS)
                    ? talk.material.triage().apply(new Report(talk.storyText(), withoutDuress(all)))
                    : assessment();
        }
        return inSight;
    }

    private static Facts withoutDuress(Facts all) {
        List<Fact> shown = new ArrayList<>();
        all.forEach(fact -> {
            if (fact.key() != FactKey.DURESS) {
                shown.add(fact);
            }
        });
        return Facts.of(shown);
    }

    /** All that is known, for the team. */
    Facts known() {
        return nothingSaid() ? Facts.NONE : assessment().facts().with(talk.chosen());
    }

    /** Whether the team has something urgent in hand, seen here or not. */
    boolean pressing() {
        return !nothingSaid() && assessment().level().urgent();
    }

    boolean nothingSaid() {
        return talk.story.isEmpty() && talk.chosen().isEmpty();
    }

    Facts facts() {
        return nothingSaid() ? Facts.NONE : inSight().facts().with(withoutDuress(talk.chosen()));
    }

    Level level() {
        return nothingSaid() ? Level.L5_ADVICE : inSight().level();
    }

    Category category() {
        return nothingSaid() ? Category.NONE : inSight().category();
    }

    boolean child() {
        Facts known = facts();
        boolean young = known.holds(FactKey.MINOR)
                || known.observations(FactKey.AGE_BAND).stream()
                        .anyMatch(fact -> fact.truth().holds() && CHILDHOOD.contains(String.valueOf(fact.detail())));
        boolean another = talk.chosen().observations(FactKey.FOR_WHOM).stream()
                .anyMatch(fact -> fact.truth() == Truth.YES && !"self".equals(fact.detail()));
        return young && !another;
    }

    boolean searching() {
        List<Fact> said = talk.chosen().observations(FactKey.FOR_WHOM).stream()
                .filter(fact -> fact.truth() == Truth.YES)
                .toList();
        if (!said.isEmpty()) {
            return said.stream().anyMatch(fact -> "searcher".equals(fact.detail()));
        }
        return !talk.story.isEmpty()
                && (category() == Category.MIS
                        || new Condition.Detailed(FactKey.FOR_WHOM, Set.of("searcher")).holds(talk)
                        || talk.material.searching().asks(talk.storyText()));
    }

    boolean unread() {
        return !talk.story.isEmpty() && !assessment().understood();
    }
}
