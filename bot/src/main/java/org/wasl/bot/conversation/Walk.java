package org.wasl.bot.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Fragment;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.triage.intake.Line;

/** Goes along a flow: asks, takes answers, keeps what is written, until a question waits or the conversation rests. */
final class Walk {

    /** Silence that ends the story. */
    static final String SILENCE = "silence";

    /** The one answer to everybody who asks whether or where somebody is. */
    private static final String SEARCHER = "searcher.text";

    private final Talk talk;
    private final Filings filings;
    private final Retracing retracing;

    Walk(Talk talk, Filings filings) {
        this.talk = talk;
        this.filings = filings;
        this.retracing = new Retracing(talk, this);
    }

    /** The ways back. */
    Retracing retracing() {
        return retracing;
    }

    /** The same neutral greeting for everybody, whatever was before. */
    void greet() {
        talk.panel = null;
        talk.locale = "";
        to(talk.flow.start());
    }

    /** The open question once more, after a line that says so; a chat that rests is greeted. */
    void again() {
        if (talk.step.isEmpty()) {
            greet();
        } else if (!talk.is(Flag.TAKEN_OVER)) {
            Speech.say(talk, "again");
            Speech.ask(talk);
        }
    }

    /** Walks from a step to the next question. */
    void to(String id) {
        Set<String> passed = new HashSet<>();
        String next = id;
        for (int walked = 0; walked < talk.material.settings().maxSteps(); walked++) {
            next = pass(talk.flow.step(next), passed);
            if (next == null) {
                return;
            }
        }
        throw new IllegalStateException("flow " + Material.key(talk.flow) + ": no question within "
                + talk.material.settings().maxSteps() + " steps of " + id);
    }

    /** Does one step; answers where to go on, or nothing when it waits. */
    private @Nullable String pass(Step step, Set<String> passed) {
        return switch (step) {
            case Step.Say say -> {
                if (!say.unless().holds(talk)) {
                    Speech.say(talk, say.text());
                }
                yield say.next();
            }
            case Step.Branch branch ->
                branch.arms().stream()
                        .filter(arm -> arm.when().holds(talk))
                        .map(Step.Arm::next)
                        .findFirst()
                        .orElse(branch.otherwise());
            case Step.Confirm confirm -> Confirming.next(talk, confirm);
            case Step.Assess assess -> {
                filings.settle();
                yield assess.next();
            }
            case Step.Withdraw withdraw -> {
                filings.takeBack();
                yield withdraw.next();
            }
            case Step.FileReport file -> {
                filings.confirm();
                yield file.next();
            }
            case Step.Guide guide -> {
                Speech.advise(talk, guide.most());
                yield guide.next();
            }
            case Step.End end -> {
                end(end);
                yield null;
            }
            case Step.Asking asking -> passAsking(asking, passed);
        };
    }

    /** {@code passed}: the answered questions walked by in this turn; none is walked by twice. */
    private @Nullable String passAsking(Step.Asking asking, Set<String> passed) {
        if (asking.unless().holds(talk)) {
            return afterSkip(asking);
        }
        List<String> before = talk.kept.remove(asking.id());
        if (before != null) {
            retracing.restore(asking, before);
            return after(asking, before);
        }
        List<String> answered = talk.answers.get(asking.id());
        Budget budget = talk.flow.budget(asking.id());
        if (budget != null) {
            String instead = budget.instead(asking.id(), talk.answers.keySet());
            if (answered != null) {
                return passed.add(asking.id()) ? after(asking, answered) : budget.then();
            }
            if (instead != null) {
                return instead;
            }
        }
        Budget pressed = talk.flow.pressed(asking.id());
        if (pressed != null && Pressed.enough(talk, pressed)) {
            return pressed.then();
        }
        retracing.orphaned();
        open(asking);
        return null;
    }

    void open(Step.Asking asking) {
        talk.cancelTimer(SILENCE);
        talk.step = asking.id();
        talk.opened = talk.turn;
        talk.panel = null;
        talk.page = 0;
        talk.picked.clear();
        talk.flags.remove(Flag.REPEATED);
        if (asking instanceof Step.Choose choose) {
            Suspicions.reopen(talk, choose);
        }
        Speech.ask(talk);
        if (asking instanceof Step.Story story && story.silence() != null && !story.restarts()) {
            talk.setTimer(SILENCE, story.silence(), true);
        }
    }

    private static String afterSkip(Step.Asking asking) {
        String skip = asking.skip();
        return skip != null ? skip : asking.nexts().getFirst();
    }

    /** Where an answer leads. */
    private static String after(Step.Asking asking, List<String> chosen) {
        return switch (asking) {
            case Step.Choose choose ->
                choose.options().stream()
                        .filter(option -> chosen.contains(option.id()))
                        .map(Option::next)
                        .findFirst()
                        .orElseGet(() -> afterSkip(choose));
            case Step.AskText text -> text.next();
            case Step.AskPlace place -> place.next();
            case Step.Story story -> story.next();
            case Step.OfferReceipt offer -> offer.next();
            case Step.Secret secret -> secret.next();
            case Step.Returning returning -> returning.next();
        };
    }

    /** One option of the open question was chosen. */
    void choose(Step.Choose choose, Option option) {
        if (choose.multi()) {
            tick(choose, option);
            return;
        }
        answer(choose, List.of(option.id()), choose.unsaid() ? "" : talk.words().say(option.label()));
    }

    private void tick(Step.Choose choose, Option option) {
        if (!talk.picked.remove(option.id())) {
            choose.options().stream()
                    .filter(other -> !other.id().equals(option.id()) && !option.goesWith(other))
                    .forEach(other -> talk.picked.remove(other.id()));
            talk.picked.add(option.id());
            if (!choose.unsaid()) {
                addLine(talk.words().say(option.label()), choose.id());
            }
        }
        talk.effects.add(new Effect.SettleButtons());
        talk.changed();
        String detour = filings.settle();
        if (detour != null) {
            to(detour);
        } else {
            Speech.ask(talk);
        }
    }

    /** "That is all" under a multiple choice. */
    void chosen(Step.Choose choose) {
        List<String> picked = List.copyOf(talk.picked);
        answer(choose, picked, "");
    }

    /** Takes an answer down and goes on, unless what was said leads elsewhere. */
    void answer(Step.Asking asking, List<String> chosen, String label) {
        retracing.remember(asking);
        talk.effects.add(new Effect.SettleButtons());
        talk.answers.put(asking.id(), chosen);
        if (asking instanceof Step.Choose choose) {
            choose.options().stream()
                    .filter(option -> chosen.contains(option.id()))
                    .forEach(this::apply);
            Consents.record(talk, choose, chosen);
        } else if (asking instanceof Step.AskText ask && ask.consent() != null) {
            Consents.record(talk, ask, ask.consent());
        }
        if (!label.isEmpty()) {
            addLine(label, asking.id());
        }
        talk.changed();
        String next = after(asking, chosen);
        String detour = filings.settle();
        to(detour == null ? next : detour);
    }

    void skip(Step.Asking asking) {
        retracing.remember(asking);
        talk.effects.add(new Effect.SettleButtons());
        talk.answers.put(asking.id(), List.of());
        talk.changed();
        to(afterSkip(asking));
    }

    private void apply(Option option) {
        if (option.locale() != null) {
            talk.locale = option.locale();
        }
        Suspicions.answer(talk, option);
        talk.flags.removeAll(option.clears());
        talk.flags.addAll(option.sets());
        option.unsays().forEach(id -> talk.answers.computeIfPresent(id, (question, before) -> List.of()));
    }

    /** Keeps what was written; it belongs to the story whatever was asked. */
    void keep(String text, String question) {
        addLine(listen(text, question), question);
    }

    /** Adds to what triage reads, not to the transcript; answers the words as they are kept. */
    String listen(String text, String question) {
        String words = clip(text, talk.material.settings().maxFragment());
        if (talk.storyText().length() + words.length()
                < talk.material.settings().maxStory()) {
            talk.story.add(new Fragment(question, words));
            talk.changed();
        }
        return words;
    }

    private static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    void addLine(String text, String question) {
        boolean story = talk.flow.steps().get(question) instanceof Step.Story || question.isEmpty();
        String asked = story ? null : Asked.now(talk, question);
        talk.lines.add(new Line(Line.Speaker.CITIZEN, text, asked, talk.at));
        filings.makeRoom();
    }

    /** Something was written into the story step. */
    void tell(Step.Story story, String text) {
        boolean first =
                talk.story.stream().noneMatch(fragment -> fragment.question().equals(story.id()));
        keep(text, story.id());
        String detour = filings.settle();
        if (detour != null) {
            to(detour);
            return;
        }
        if (story.silence() != null && story.restarts()) {
            talk.setTimer(SILENCE, story.silence(), first);
        }
        String heard = heard(story, text, first);
        if (heard != null) {
            Speech.say(talk, heard, Map.of(), Speech.shown(talk), Purpose.QUESTION);
        }
    }

    /** Whoever asks for somebody hears the fixed answer, at once or when the story is over, and no comfort before it. */
    private @Nullable String heard(Step.Story story, String text, boolean first) {
        boolean collects = story.silence() != null && story.restarts();
        if (!collects && talk.material.searching().asks(text)) {
            return SEARCHER;
        }
        if (!first) {
            return null;
        }
        return collects && talk.is(Flag.SEARCHING) ? "searcher-heard" : story.heard();
    }

    /** Something was written where a button was asked: it is kept, and the question comes again, gently. */
    void aside(String text) {
        keep(text, talk.step);
        String detour = filings.settle();
        if (detour != null) {
            to(detour);
            return;
        }
        Speech.say(talk, talk.material.searching().asks(text) ? SEARCHER : "kept");
        Speech.ask(talk);
    }

    private void end(Step.End end) {
        switch (end.how()) {
            case REST -> {
                if (end.text() != null) {
                    Speech.say(talk, end.text());
                }
                filings.rest();
                filings.contact();
                Resting.rest(talk, false);
            }
            case EXIT -> Moves.exit(talk, filings, true);
            case SILENT -> Moves.exit(talk, filings, false);
            case ERASE -> Moves.erase(talk, filings);
        }
    }
}
