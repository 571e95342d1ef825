package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Fragment;
import org.wasl.bot.conversation.Conversation.Mailbox;
import org.wasl.bot.conversation.Conversation.Sent;
import org.wasl.triage.intake.Line;

/** Puts a conversation behind the neutral greeting, and takes it up again. */
final class Resting {

    private static final int MOST_EARLIER = 4;

    private Resting() {}

    /** Puts it there so that it can be taken up again, unless somebody may read this phone and nothing guards it. */
    static void pauseHere(Talk talk) {
        rest(talk, !talk.is(Flag.SAFE_MODE) || talk.is(Flag.PIN_SET));
    }

    /** Puts the conversation behind the neutral greeting; {@code keep} lets "I was here before" go on with it. */
    static void rest(Talk talk, boolean keep) {
        Conversation place = keep && !talk.step.isEmpty() ? talk.pack() : null;
        Endings.held(talk);
        if (place == null) {
            Endings.now(talk);
        }
        leaveReport(talk);
        boolean exitUsed = talk.flags.contains(Flag.EXIT_USED) || talk.flags.contains(Flag.SAFE_MODE);
        talk.cancelTimers();
        talk.session = Talk.randomId(talk.context.entropy());
        talk.flow = Objects.requireNonNull(talk.material.flows().get(talk.material.current()));
        talk.step = "";
        talk.opened = talk.turn;
        talk.panel = null;
        talk.picked.clear();
        talk.answers.clear();
        talk.kept.clear();
        talk.told.clear();
        talk.story.clear();
        talk.lines.clear();
        talk.back.clear();
        talk.consents.clear();
        talk.flags.clear();
        if (exitUsed) {
            talk.flags.add(Flag.EXIT_USED);
        }
        talk.receipt = null;
        talk.askId = null;
        talk.reach = talk.reach.typed(null);
        talk.takenUntil = null;
        talk.safeWord = null;
        talk.held = place;
        talk.sent.clear();
        talk.album = null;
        talk.changed();
    }

    /** Takes up what was paused, with what was written since behind it. */
    static void resume(Talk talk) {
        Conversation place = Objects.requireNonNull(talk.held);
        List<Fragment> since = List.copyOf(talk.story);
        List<Line> linesSince = List.copyOf(talk.lines);
        talk.flow = talk.material.flow(place.flow());
        talk.step = place.step();
        talk.locale = talk.locale.isEmpty() ? place.locale() : talk.locale;
        talk.answers = new LinkedHashMap<>(place.answers());
        talk.kept = new LinkedHashMap<>(place.kept());
        talk.told = new ArrayList<>(place.told());
        talk.story = new ArrayList<>(place.story());
        talk.story.addAll(since);
        talk.lines = new ArrayList<>(place.lines());
        talk.lines.addAll(linesSince);
        talk.back = new ArrayList<>(place.back());
        talk.consents = new ArrayList<>(place.consents());
        talk.flags = Flag.copyOf(place.flags());
        takeUp(talk, place.filing());
        talk.receipt = place.receipt();
        talk.safeWord = place.safeWord();
        List<Sent> sentSince = List.copyOf(talk.sent);
        talk.sent = new ArrayList<>(place.sent());
        talk.sent.addAll(sentSince);
        talk.held = null;
        talk.panel = null;
        talk.standOnLive(place.flow());
        talk.changed();
    }

    /** The report of what is taken up goes on; one filed before it was said that there is more is left. */
    private static void takeUp(Talk talk, @Nullable Filing resumed) {
        if (resumed == null) {
            if (talk.activeFiling() == null) {
                leaveReport(talk);
            }
            return;
        }
        talk.earlier.removeIf(one -> one.id().equals(resumed.id()));
        leaveReport(talk);
        talk.filing = resumed;
    }

    /**
     * This conversation has no open report any more. What was sent, taken back or not, is remembered with the mailbox
     * that proves whose it is: the desk may hold it for weeks, and erases it when it is asked.
     */
    static void leaveReport(Talk talk) {
        Filing left = talk.filing;
        if (left == null) {
            return;
        }
        if (talk.earlier.size() >= MOST_EARLIER) {
            // The team was asked once already for what was taken back.
            talk.earlier.remove(
                    talk.earlier.stream().filter(Filing::withdrawn).findFirst().orElse(talk.earlier.getFirst()));
        }
        Mailbox open = talk.receipt == null ? null : talk.receipt.mailbox();
        talk.earlier.add(left.earlier(left.mailbox() == null ? open : left.mailbox()));
        talk.filing = null;
    }
}
