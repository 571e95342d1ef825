package org.wasl.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One turn of a conversation: its input goes to the part it is for, and what came of it is packed up. */
final class Advance {

    private final Talk talk;
    private final Filings filings;
    private final Walk walk;
    private final Pins pins;
    private final Returns returns;
    private final Receipts receipts;
    private final Presses presses;
    private final Listening listening;
    private final Elsewhere elsewhere;
    private final Media media;

    Advance(Talk talk) {
        this.talk = talk;
        this.filings = new Filings(talk);
        this.walk = new Walk(talk, filings);
        this.returns = new Returns(talk, walk, filings);
        this.receipts = new Receipts(talk, walk, filings, returns);
        this.pins = new Pins(talk, walk);
        Moves moves = new Moves(talk, walk, filings, receipts);
        this.presses = new Presses(talk, walk, receipts, returns, moves, pins);
        this.listening = new Listening(talk, filings, walk, receipts, returns, moves, presses);
        this.elsewhere = new Elsewhere(talk, walk, filings);
        this.media = new Media(talk, filings, walk);
    }

    Turn with(Input input) {
        switch (input) {
            case Input.Started started -> person(() -> started(started.campaign()));
            case Input.Said said -> person(() -> said(said));
            case Input.Tapped tapped -> person(() -> presses.tapped(tapped.token()));
            case Input.MediaSent sent -> person(() -> media.sent(sent));
            case Input.PlaceSent place -> person(() -> placed(place));
            case Input.Unsupported unsupported ->
                person(() -> aside("unsupported." + Speech.lower(unsupported.kind())));
            case Input.Left left -> elsewhere.left();
            case Input.Exited exited -> Moves.exit(talk, filings, false);
            case Input.TimerFired timer -> elsewhere.timer(timer);
            case Input.ReplyArrived arrived -> returns.arrived(arrived);
            case Input.Worked(WorkResult.AttachmentFetched fetched, Instant at) -> media.fetched(fetched);
            case Input.Worked worked -> receipts.worked(worked.result());
            case Input.TakenOver takenOver -> elsewhere.takenOver(takenOver.until());
            case Input.HandedBack back -> elsewhere.handedBack();
            case Input.MarkAnswered answered -> returns.answered(answered);
            case Input.ErasedAtDesk erased -> elsewhere.erasedAtDesk(erased.intakeId());
            case Input.CameBack cameBack -> elsewhere.cameBack();
        }
        talk.takeWindows();
        filings.flush();
        filings.contact();
        SafeMode.hold(talk, from(input));
        media.offer();
        return new Turn(talk.pack(), List.copyOf(talk.effects));
    }

    private static SafeMode.From from(Input input) {
        return switch (input) {
            case Input.Started it -> SafeMode.From.PERSON;
            case Input.Said it -> SafeMode.From.PERSON;
            case Input.Tapped it -> SafeMode.From.PERSON;
            case Input.MediaSent it -> SafeMode.From.PERSON;
            case Input.PlaceSent it -> SafeMode.From.PERSON;
            case Input.Unsupported it -> SafeMode.From.PERSON;
            case Input.Worked it -> SafeMode.From.AWAITED;
            case Input.MarkAnswered it -> SafeMode.From.AWAITED;
            case Input.ReplyArrived it -> SafeMode.From.AWAITED;
            case Input.Exited it -> SafeMode.From.ELSEWHERE;
            case Input.Left it -> SafeMode.From.ELSEWHERE;
            case Input.TimerFired it -> SafeMode.From.ELSEWHERE;
            case Input.TakenOver it -> SafeMode.From.ELSEWHERE;
            case Input.HandedBack it -> SafeMode.From.ELSEWHERE;
            case Input.ErasedAtDesk it -> SafeMode.From.ELSEWHERE;
            case Input.CameBack it -> SafeMode.From.ELSEWHERE;
        };
    }

    /** A person's own doing: after a long silence it meets the neutral greeting. */
    private void person(Runnable doing) {
        Duration away = talk.material.settings().awayAfter();
        Instant before = talk.lastWord;
        if (!talk.step.isEmpty() && before != null && talk.at.isAfter(before.plus(away))) {
            talk.effects.add(new Effect.DropUnsent());
            Resting.pauseHere(talk);
        }
        if (before == null || talk.at.isAfter(before)) {
            talk.lastWord = talk.at;
        }
        SafeMode.showWaiting(talk);
        doing.run();
        boolean open = talk.activeFiling() != null && talk.pressing();
        if (!talk.step.isEmpty() && (open || filings.unread())) {
            talk.setTimer(Filings.LOST, talk.material.settings().lostAfter(), false);
        }
    }

    private void said(Input.Said said) {
        talk.messageRef = said.messageRef();
        listening.said(said.text());
    }

    /** Where a link or a poster brought somebody from is counted, and known nowhere else. */
    private void started(String campaign) {
        if (!campaign.isEmpty()) {
            talk.effects.add(new Effect.Count("campaign." + campaign));
        }
        if (!talk.step.isEmpty()) {
            Resting.pauseHere(talk);
        }
        walk.greet();
    }

    private void placed(Input.PlaceSent place) {
        if (!pins.sent(place.latitude(), place.longitude())) {
            aside("place.unused");
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
}
