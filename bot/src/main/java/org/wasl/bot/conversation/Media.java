package org.wasl.bot.conversation;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasl.bot.channel.Attachable;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Conversation.Sent;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.bot.conversation.WorkResult.AttachmentFetched;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Truth;

/**
 * What is sent beside words. A voice note is an answer: it is kept and a person listens to it. Pictures, films and files
 * are not wanted unless this service allows them, and never of a child or while the age is not known. Nothing is fetched
 * before a report is filed; until then only the platform's own name of it is known here.
 */
final class Media {

    /** Said to have been written by the answer, where an answer has no words. */
    static final String SPOKEN = "spoken";

    private static final int ID_BYTES = 16;
    private static final Set<String> CHILDHOOD = Set.of("<9", "9-14", "15-17");

    private final Talk talk;
    private final Filings filings;
    private final Walk walk;

    Media(Talk talk, Filings filings, Walk walk) {
        this.talk = talk;
        this.filings = filings;
        this.walk = walk;
    }

    void sent(Input.MediaSent media) {
        boolean more = !media.albumId().isEmpty() && media.albumId().equals(talk.album);
        talk.album = media.albumId().isEmpty() ? null : media.albumId();
        if (ofAChild(media.kind())) {
            withhold(media, more);
        } else if (!taken(media.kind())) {
            refuse(media, more);
        } else if (more) {
            alsoKeep(media);
        } else {
            take(media);
        }
    }

    /** Says with each message of this turn what may be sent beside words: the same that would be taken now. */
    void offer() {
        Attachable offered = offered();
        talk.effects.replaceAll(effect -> effect instanceof Effect.Send send
                        && send.purpose() != Purpose.DECOY
                        && send.purpose() != Purpose.OPENER
                ? send.offering(offered)
                : effect);
    }

    private Attachable offered() {
        boolean hidden = talk.panel == Panel.DECOY || talk.panel == Panel.OPENER;
        if (talk.step.isEmpty() || hidden || talk.is(Flag.ONLY_ADVICE) || talk.sent.size() >= most()) {
            return Attachable.NOTHING;
        }
        return taken(MediaKind.PICTURE) && !ofAChild(MediaKind.PICTURE) ? Attachable.FILES : Attachable.SOUND;
    }

    /** A picture while a child is concerned is never asked for and never looked at. */
    private boolean ofAChild(MediaKind kind) {
        return kind != MediaKind.VOICE
                && (talk.known().holds(FactKey.MINOR)
                        || talk.known().holds(FactKey.CSAM_SUSPECT)
                        || talk.known().observations(FactKey.AGE_BAND).stream()
                                .anyMatch(fact ->
                                        fact.truth().holds() && CHILDHOOD.contains(String.valueOf(fact.detail()))));
    }

    private boolean taken(MediaKind kind) {
        return kind == MediaKind.VOICE || (talk.material.settings().pictures() && grown() && talk.is(Flag.CONSENTED));
    }

    /** An age that was not said counts as a child's; what a program read in the words was not said. */
    private boolean grown() {
        boolean band = talk.known().observations(FactKey.AGE_BAND).stream()
                .anyMatch(fact -> fact.truth() == Truth.YES && !CHILDHOOD.contains(String.valueOf(fact.detail())));
        return band
                || talk.known().observations(FactKey.MINOR).stream()
                        .anyMatch(fact -> fact.truth() == Truth.NO && fact.source() == FactSource.BUTTON);
    }

    private void refuse(Input.MediaSent media, boolean more) {
        discard(media);
        if (!more) {
            aside("media." + Speech.lower(media.kind()));
        }
    }

    private void discard(Input.MediaSent media) {
        talk.effects.add(new Effect.Discard(media.promise()));
    }

    /**
     * Not fetched, taken out of the chat, and told to a human: that something came is the report, what it shows is for
     * the competent authority alone.
     */
    private void withhold(Input.MediaSent media, boolean more) {
        discard(media);
        if (!media.messageRef().isEmpty()) {
            talk.effects.add(new Effect.DeleteMessage(media.messageRef()));
        }
        if (!talk.is(Flag.ONLY_ADVICE) && talk.sent.size() < most()) {
            talk.sent.add(sent(media, talk.step, true));
            suspect();
        }
        String detour = filings.settle();
        if (detour != null) {
            walk.to(detour);
        } else if (!more) {
            aside("media.withheld");
        }
    }

    private void suspect() {
        if (!talk.known().holds(FactKey.CSAM_SUSPECT)) {
            talk.told.add(new Fact(FactKey.CSAM_SUSPECT, Truth.SUSPECTED, null, null, FactSource.BUTTON, null));
            talk.changed();
        }
    }

    private void take(Input.MediaSent media) {
        if (talk.is(Flag.TAKEN_OVER)) {
            keep(media, talk.step);
            return;
        }
        talk.panel = null;
        if (talk.step.isEmpty()) {
            talk.step = talk.flow.start();
            keep(media, "");
            walk.greet();
        } else if (talk.is(Flag.ONLY_ADVICE)) {
            discard(media);
            aside("media.unsent");
        } else if (talk.sent.size() >= most()) {
            discard(media);
            aside("media.many");
        } else {
            answer(media);
        }
    }

    private void answer(Input.MediaSent media) {
        switch ((Step.Asking) talk.flow.step(talk.step)) {
            case Step.Story story -> tell(story, media);
            case Step.AskText ask -> {
                keep(media, ask.id());
                Speech.say(talk, kept(media.kind()));
                walk.answer(ask, List.of(SPOKEN), "");
            }
            case Step.AskPlace ask
            when ask.spot() -> {
                keep(media, ask.id());
                Speech.say(talk, kept(media.kind()));
                walk.answer(ask, List.of(SPOKEN), "");
            }
            case Step.Asking other -> {
                keep(media, other.id());
                aside(kept(media.kind()));
            }
        }
    }

    /** A voice note among what is told: the first is thanked for, and silence ends it as it ends writing. */
    private void tell(Step.Story story, Input.MediaSent media) {
        boolean first = talk.sent.stream().noneMatch(sent -> sent.question().equals(story.id()));
        keep(media, story.id());
        if (story.silence() != null && story.restarts()) {
            talk.setTimer(Walk.SILENCE, story.silence(), first);
        }
        if (first) {
            Speech.say(talk, kept(media.kind()), Map.of(), Speech.shown(talk), Purpose.QUESTION);
        }
    }

    /** Another of the same album: one answer with the one before, whatever question is open by now. */
    private void alsoKeep(Input.MediaSent media) {
        if (talk.sent.size() < most() && !talk.is(Flag.ONLY_ADVICE)) {
            keep(media, talk.sent.isEmpty() ? talk.step : talk.sent.getLast().question());
        } else {
            discard(media);
        }
    }

    private void keep(Input.MediaSent media, String question) {
        talk.sent.add(sent(media, question, false));
        walk.addLine(talk.words().say("media.line." + Speech.lower(media.kind())), question);
    }

    private Sent sent(Input.MediaSent media, String question, boolean withheld) {
        String id = HexFormat.of().formatHex(talk.context.entropy().bytes(ID_BYTES));
        return new Sent(id, media.kind(), media.promise(), question, talk.at, withheld);
    }

    /** Who listens is promised only once a report is with the team that the note belongs to. */
    private String kept(MediaKind kind) {
        if (kind != MediaKind.VOICE) {
            return "media.kept";
        }
        boolean goes = talk.is(Flag.FILED) && !talk.is(Flag.HELD_BACK);
        return goes ? "media.voice.sent" : "media.voice";
    }

    private int most() {
        return talk.material.settings().maxAttachments();
    }

    /** A kind line, and the question again. */
    private void aside(String key) {
        if (talk.step.isEmpty()) {
            walk.greet();
            return;
        }
        Speech.say(talk, key);
        if (!talk.is(Flag.TAKEN_OVER)) {
            Speech.ask(talk);
        }
    }

    /**
     * A fetch ended. That something is lost is said only where the person still is in the same conversation: the desk
     * knows it in any case.
     */
    void fetched(AttachmentFetched result) {
        Conversation.Filing filing = talk.activeFiling();
        boolean here = filing != null
                && filing.id().equals(result.report())
                && !talk.step.isEmpty()
                && talk.panel != Panel.DECOY
                && talk.panel != Panel.OPENER
                && !talk.is(Flag.EXIT_USED)
                && !SafeMode.waits(talk);
        if (!result.arrived() && here) {
            aside(result.kind() == MediaKind.VOICE ? "media.voice.lost" : "media.lost");
        }
    }
}
