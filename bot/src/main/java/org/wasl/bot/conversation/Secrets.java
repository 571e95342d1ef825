package org.wasl.bot.conversation;

import java.util.List;
import java.util.Map;
import org.wasl.bot.conversation.Conversation.Panel;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;
import org.wasl.triage.seal.Bytes;

/**
 * Takes the short number and the agreed word. Neither gets into the story, the transcript or a list of answers; the
 * message with the number is deleted where the platform can.
 */
final class Secrets {

    private static final int SHORTEST_WORD = 2;
    private static final int LONGEST_WORD = 24;

    private final Talk talk;
    private final Walk walk;

    Secrets(Talk talk, Walk walk) {
        this.talk = talk;
        this.walk = walk;
    }

    /**
     * The short number where a step wants one. It is taken before anybody else reads what was written: it could be the
     * number of a button, and a person of the team who writes along must not get it as part of the story. Into a chat
     * that rests, or rests by now, people type it unasked: it is nobody's story there, and everybody is greeted. Answers
     * whether it was one.
     */
    boolean typed(String text) {
        String digits = Pin.digits(text).orElse(null);
        if (digits == null || talk.panel == Panel.STRIKE) {
            return false;
        }
        if (talk.step.isEmpty()) {
            forgetMessage(talk);
            walk.greet();
            return true;
        }
        if (!(talk.flow.steps().get(talk.step) instanceof Step.Secret step) || step.kind() != Step.Secret.Kind.PIN) {
            return false;
        }
        talk.panel = null;
        pin(step, digits);
        return true;
    }

    /** What was written under a step like this and is no move and no button. */
    void take(Step.Secret step, String text) {
        String word = text.strip();
        int letters = word.codePointCount(0, word.length());
        boolean good = letters >= SHORTEST_WORD
                && letters <= LONGEST_WORD
                && word.codePoints().allMatch(one -> Character.isLetter(one) || one == ' ' || one == 0x200C);
        if (isStory(talk, step.kind(), word)) {
            walk.aside(text);
            return;
        }
        if (step.kind() == Step.Secret.Kind.PIN || !good) {
            Speech.say(talk, step.kind() == Step.Secret.Kind.PIN ? "pin.refused" : "word.refused");
            Speech.ask(talk);
            return;
        }
        talk.reach = talk.reach.word(word);
        Speech.say(talk, "word.good");
        walk.answer(step, List.of("set"), "");
    }

    /**
     * Whether somebody wrote of what happens instead of a secret: too long for one, words where a number was asked, or
     * danger in however few words.
     */
    static boolean isStory(Talk talk, Step.Secret.Kind kind, String word) {
        boolean letters = word.codePoints().anyMatch(Character::isLetter);
        return letters
                && (kind == Step.Secret.Kind.PIN
                        || word.codePointCount(0, word.length()) > LONGEST_WORD
                        || talk.material
                                .triage()
                                .apply(new Report(word, Facts.NONE))
                                .level()
                                .urgent());
    }

    private void pin(Step.Secret step, String digits) {
        forgetMessage(talk);
        String first = talk.reach.typed();
        if (first == null) {
            talk.reach = talk.reach.typed(digits);
            Speech.say(talk, "pin.again", Map.of(), Speech.shown(talk), Purpose.QUESTION);
        } else if (first.equals(digits)) {
            talk.reach = talk.reach.pin(
                    Pin.of(digits, Bytes.copyOf(talk.context.entropy().bytes(Pin.SALT))));
            Speech.say(talk, "pin.good");
            walk.answer(step, List.of("set"), "");
        } else {
            talk.reach = talk.reach.typed(null);
            Speech.say(talk, "pin.differs");
            Speech.ask(talk);
        }
    }

    /** A number that stays readable in the chat guards nothing. */
    static void forgetMessage(Talk talk) {
        if (!talk.messageRef.isEmpty()) {
            talk.effects.add(new Effect.DeleteMessage(talk.messageRef));
        }
    }
}
