package org.wasl.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Speech.Shown;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.report.Report;

/**
 * Advances conversations along flows that are data. Thread-safe and without memory of its own: what it knows of a
 * conversation stands in the state.
 */
final class ConversationEngine implements Dialogue {

    private final Material material;

    /**
     * Reads flows, words and directories from the class path.
     *
     * @throws IllegalStateException listing every problem of the data
     */
    ConversationEngine(Function<Report, Assessment> triage, ConversationSettings settings, FlowLimits limits) {
        this(Material.load(triage, settings, limits));
    }

    ConversationEngine(Material material) {
        this.material = material;
    }

    @Override
    public ConversationState begin(TurnContext context) {
        return Talk.fresh(material, context.entropy());
    }

    @Override
    public Effect.Send apology(ConversationState state, TurnContext context) {
        Talk talk = Talk.open(material, (Conversation) state, context.now(), context);
        Speech.say(talk, "unread");
        return (Effect.Send) talk.effects.getFirst();
    }

    @Override
    public Effect.Send apology(TurnContext context) {
        Conversation nobody = Talk.fresh(material, context.entropy());
        List<String> lines = new ArrayList<>();
        for (String locale : Material.LOCALES) {
            Talk talk = Talk.open(material, nobody, context.now(), context);
            talk.locale = locale;
            lines.add(Speech.text(talk, "unread", Map.of()));
        }
        String all = String.join("\n\n", lines);
        Effect.Purpose purpose = Effect.Purpose.INFORMATION;
        return new Effect.Send(all, null, List.of(), purpose, false, false, Material.FALLBACK, null, null);
    }

    @Override
    public byte[] encode(ConversationState state) {
        return StateCodec.encode((Conversation) state);
    }

    @Override
    public ConversationState decode(byte[] stored) {
        return StateCodec.decode(stored);
    }

    @Override
    public Turn advance(ConversationState state, Input input, TurnContext context) {
        return new Advance(Talk.open(material, (Conversation) state, input.at(), context)).with(input);
    }

    /** One advance and its parts. */
    private static final class Advance {

        private final Talk talk;
        private final Filings filings;
        private final Walk walk;
        private final Receipts receipts;
        private final Moves moves;

        Advance(Talk talk) {
            this.talk = talk;
            this.filings = new Filings(talk);
            this.walk = new Walk(talk, filings);
            this.receipts = new Receipts(talk, walk, filings);
            this.moves = new Moves(talk, walk, filings, receipts);
        }

        Turn with(Input input) {
            switch (input) {
                case Input.Started started -> person(this::started);
                case Input.Said said -> person(() -> said(said.text()));
                case Input.Tapped tapped -> person(() -> tapped(tapped.token()));
                case Input.MediaSent media -> person(() -> aside("media." + Speech.lower(media.kind())));
                case Input.PlaceSent place -> person(() -> aside("place.unused"));
                case Input.Unsupported unsupported ->
                    person(() -> aside("unsupported." + Speech.lower(unsupported.kind())));
                case Input.Left left -> left();
                case Input.Exited exited -> Moves.exit(talk, filings, false);
                case Input.TimerFired timer -> timer(timer);
                case Input.ReplyArrived arrived -> receipts.arrived(arrived.reply());
                case Input.Worked worked -> receipts.worked(worked.result());
                case Input.TakenOver takenOver -> takenOver(takenOver.until());
                case Input.HandedBack back -> handedBack();
                case Input.MarkAnswered answered -> receipts.answered(answered);
                case Input.ErasedAtDesk erased -> erasedAtDesk(erased.intakeId());
                case Input.CameBack cameBack -> cameBack();
            }
            filings.flush();
            return new Turn(talk.pack(), List.copyOf(talk.effects));
        }

        /** A person's own doing: after a long silence it meets the neutral greeting. */
        private void person(Runnable doing) {
            Duration away = talk.material.settings().awayAfter();
            Instant before = talk.lastWord;
            if (!talk.step.isEmpty() && before != null && talk.at.isAfter(before.plus(away))) {
                talk.rest(!talk.is(Flag.SAFE_MODE));
            }
            if (before == null || talk.at.isAfter(before)) {
                talk.lastWord = talk.at;
            }
            doing.run();
            boolean open = talk.activeFiling() != null && talk.level().urgent();
            if (!talk.step.isEmpty() && (open || filings.unread())) {
                talk.setTimer(Filings.LOST, talk.material.settings().lostAfter(), false);
            }
        }

        private void started() {
            if (!talk.step.isEmpty()) {
                talk.rest(!talk.is(Flag.SAFE_MODE));
            }
            walk.greet();
        }

        private void said(String text) {
            if (text.isBlank()) {
                again();
                return;
            }
            Move move = talk.material.words().read(text);
            if (move != null) {
                moves.make(move);
            } else if (receipts.typed(text)) {
                return;
            } else if (talk.is(Flag.TAKEN_OVER)) {
                walk.keep(text, talk.step);
                filings.settle();
            } else {
                words(text);
            }
        }

        private void words(String text) {
            if (talk.step.isEmpty() && talk.panel == null) {
                firstWords(text);
                return;
            }
            Optional<Shown> chosen = Matching.find(text, Speech.shown(talk));
            if (chosen.isPresent()) {
                pressed(chosen.get().option());
                return;
            }
            talk.panel = null;
            if (talk.step.isEmpty()) {
                firstWords(text);
                return;
            }
            switch ((Step.Asking) talk.flow.step(talk.step)) {
                case Step.Story story -> walk.tell(story, text);
                case Step.AskText ask -> {
                    walk.keep(text, ask.id());
                    talk.lines.removeLast();
                    walk.answer(ask, List.of("written"), text);
                }
                case Step.AskPlace ask ->
                    talk.material
                            .places()
                            .named(text)
                            .ifPresentOrElse(
                                    place -> walk.answer(ask, List.of(place.key()), text), () -> walk.aside(text));
                case Step.Choose choose -> walk.aside(text);
                case Step.OfferReceipt offer -> walk.aside(text);
                case Step.Returning returning -> walk.aside(text);
            }
        }

        /** Words into a chat that rests: kept and judged, then the same greeting as for everybody. */
        private void firstWords(String text) {
            talk.step = talk.flow.start();
            walk.keep(text, "");
            talk.locale = Material.localeOf(talk.assessment().language());
            String detour = filings.settle();
            if (detour != null) {
                receipts.mint();
                walk.to(detour);
            } else {
                walk.greet();
            }
        }

        private void tapped(String wire) {
            if (wire.equals(talk.lastTap)) {
                return;
            }
            OptionToken token = OptionToken.read(wire).orElse(null);
            if (token == null) {
                stale();
                return;
            }
            talk.lastTap = wire;
            Move move = Move.ofId(token.option());
            if (move == Move.EXIT) {
                moves.make(Move.EXIT);
                return;
            }
            if (token.option().equals("p-clear")) {
                panel(token.option());
                return;
            }
            boolean current =
                    token.session().equals(talk.session) && token.turn() >= talk.opened && token.turn() < talk.turn;
            if (current && pressable(token.option())) {
                pressed(token.option());
            } else if (move == Move.HELP || move == Move.TAKE_BACK) {
                moves.make(move);
            } else {
                stale();
            }
        }

        private boolean pressable(String option) {
            if (Move.ofId(option) != null) {
                return true;
            }
            if (talk.panel != null
                    && Speech.shown(talk).stream()
                            .anyMatch(shown -> shown.option().equals(option))) {
                return true;
            }
            Panel over = talk.panel;
            if (talk.step.isEmpty()) {
                return false;
            }
            talk.panel = null;
            boolean under =
                    Speech.shown(talk).stream().anyMatch(shown -> shown.option().equals(option))
                            || (talk.flow.step(talk.step) instanceof Step.AskPlace
                                    && talk.material.places().byKey(option).isPresent());
            if (!under) {
                talk.panel = over;
            }
            return under;
        }

        /** A button of a question that is over, or of nowhere: the open question once more, and then no more. */
        private void stale() {
            if (talk.step.isEmpty() && talk.panel == Panel.DECOY) {
                return;
            }
            if (talk.flags.add(Flag.REPEATED)) {
                again();
            }
        }

        private void again() {
            if (talk.step.isEmpty()) {
                walk.greet();
            } else if (!talk.is(Flag.TAKEN_OVER)) {
                Speech.say(talk, "again");
                Speech.ask(talk);
            }
        }

        private void pressed(String option) {
            Move move = Move.ofId(option);
            if (move != null) {
                moves.make(move);
            } else if (option.startsWith("p-")) {
                panel(option);
            } else {
                step(option);
            }
        }

        private void panel(String option) {
            switch (option) {
                case "p-on" -> Panels.close(talk, walk);
                case "p-danger" -> moves.danger();
                case "p-erase" -> moves.erase();
                case "p-clear" -> {
                    talk.panel = null;
                    talk.effects.add(new Effect.DeleteMessages());
                }
                case "p-open" -> receipts.open();
                case "p-have" -> receipts.confirmed();
                default -> {
                    if (option.startsWith("p-c") && option.substring(3).matches("[0-9]{1,2}")) {
                        changed(Integer.parseInt(option.substring(3)));
                    } else {
                        talk.locale = option.substring(2);
                        Panels.close(talk, walk);
                    }
                }
            }
        }

        private void changed(int at) {
            List<Step.Asking> steps = Panels.changeable(talk);
            if (at < steps.size()) {
                walk.change(steps.get(at));
            } else {
                Panels.close(talk, walk);
            }
        }

        private void step(String option) {
            switch ((Step.Asking) talk.flow.step(talk.step)) {
                case Step.Choose choose -> {
                    if (choose.multi() && option.equals("done")) {
                        walk.chosen(choose);
                    } else {
                        choose.options().stream()
                                .filter(one -> one.id().equals(option))
                                .findFirst()
                                .ifPresent(one -> choose(choose, one));
                    }
                }
                case Step.AskPlace place -> place(place, option);
                case Step.Story story -> walk.answer(story, List.of("done"), "");
                case Step.OfferReceipt offer -> {
                    if (option.equals("show")) {
                        receipts.offer();
                    } else {
                        walk.answer(offer, List.of("later"), "");
                    }
                }
                case Step.Returning returning -> receipts.withoutNumber();
                case Step.AskText text -> Speech.ask(talk);
            }
        }

        private void choose(Step.Choose choose, Option option) {
            walk.choose(choose, option);
            if (option.locale() != null) {
                receipts.mint();
            }
        }

        private void place(Step.AskPlace place, String option) {
            if (option.equals("page")) {
                int pages = Math.ceilDiv(
                        talk.material.places().all().size(),
                        talk.material.settings().placesPerPage());
                talk.page = (talk.page + 1) % pages;
                Speech.ask(talk);
            } else {
                walk.answer(
                        place,
                        List.of(option),
                        talk.material
                                .places()
                                .byKey(option)
                                .map(one -> one.name(talk.words().locale()))
                                .orElse(""));
            }
        }

        /** Something that is not words: a kind line, and the question again. */
        private void aside(String key) {
            if (talk.step.isEmpty()) {
                walk.greet();
                return;
            }
            Speech.say(talk, key);
            Speech.ask(talk);
        }

        private void left() {
            filings.rest();
            filings.gone();
            talk.effects.removeIf(effect -> effect instanceof Effect.Send);
            talk.rest(!talk.is(Flag.SAFE_MODE));
            talk.effects.add(new Effect.EndInvitation());
        }

        private void timer(Input.TimerFired timer) {
            @Nullable Integer set = talk.timers.get(timer.name());
            if (set == null || set != timer.turn()) {
                return;
            }
            talk.timers.remove(timer.name());
            if (timer.name().equals(Filings.LOST)) {
                filings.lost();
            } else if (timer.name().equals(Walk.SILENCE)
                    && !talk.is(Flag.TAKEN_OVER)
                    && talk.flow.steps().get(talk.step) instanceof Step.Story story) {
                talk.panel = null;
                walk.answer(story, List.of("done"), "");
            }
        }

        private void takenOver(Instant until) {
            boolean renewed = talk.is(Flag.TAKEN_OVER);
            talk.takenUntil = until;
            if (!talk.is(Flag.TAKEN_OVER)) {
                handedBack();
            } else if (!renewed && !talk.step.isEmpty()) {
                talk.cancelTimer(Walk.SILENCE);
                Speech.say(talk, "taken-over");
            }
        }

        private void handedBack() {
            boolean was = talk.takenUntil != null;
            talk.takenUntil = null;
            if (was && !talk.step.isEmpty()) {
                Speech.say(talk, "handed-back");
                Speech.ask(talk);
            }
        }

        private void erasedAtDesk(String intakeId) {
            talk.earlier.removeIf(one -> one.id().equals(intakeId));
            if (talk.filing != null && talk.filing.id().equals(intakeId)) {
                talk.filing = null;
                talk.rest(false);
                talk.effects.add(new Effect.EndInvitation());
            }
        }

        /** Taps made while the node was away may be lost: the open question comes again. */
        private void cameBack() {
            boolean waits = !talk.step.isEmpty() && !(talk.flow.step(talk.step) instanceof Step.Story);
            if (waits && !talk.is(Flag.TAKEN_OVER)) {
                Speech.ask(talk);
            }
        }
    }
}
