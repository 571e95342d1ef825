package org.wasl.bot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.Line;
import org.wasl.triage.mailbox.Pin;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;

/**
 * What must hold of every turn of every conversation, whatever the flow: seen from outside, by what came in, what went
 * out and what was stored. One object watches one conversation from its beginning.
 */
final class WalkRules {

    private static final int LARGEST_STATE = 200_000;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final String UNREAD_RULE = "U01";

    private final Material material;
    private final SpokenWords spoken;
    private final Function<Report, Assessment> triage;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Map<String, Integer> filedTimes = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final List<String> broken = new ArrayList<>();

    WalkRules(Material material, SpokenWords spoken, Function<Report, Assessment> triage) {
        this.material = material;
        this.spoken = spoken;
        this.triage = triage;
    }

    /**
     * Watches one turn; answers what it broke.
     *
     * @param words the person's own words where they cannot be anything but part of the story; {@code null} else
     */
    List<String> turn(Conversation before, Input input, @Nullable String words, Turn turn, Instant now, int stored) {
        broken.clear();
        Conversation after = (Conversation) turn.next();
        hold(stored < LARGEST_STATE, "a state of " + stored + " bytes");
        hold(after.turn() > before.turn(), "a turn that does not count");
        turn.effects().forEach(effect -> {
            switch (effect) {
                case Effect.Send send -> sent(before, after, send);
                case Effect.File file -> filed(file);
                case Effect.Tell tell -> {
                    if (tell.entry() instanceof IntakeEntry.WithdrawAsked asked) {
                        withdrawn.add(asked.id().value());
                    }
                }
                default -> {}
            }
        });
        if (own(input) && sends(turn) == 0 && !mayBeSilent(before, input, turn, now)) {
            broken.add("silence");
        }
        lines(before, words, turn);
        ids(before, turn);
        boolean opens = shortNumber(before) || before.step().isEmpty();
        if (input instanceof Input.Said said && Pin.digits(said.text()).isPresent() && opens) {
            number(said.text(), turn);
        }
        if (words != null) {
            danger(before, words, turn);
        }
        return List.copyOf(broken);
    }

    /** Whether what is typed now is taken as a secret. */
    boolean secret(Conversation talk) {
        return material.flow(talk.flow()).steps().get(talk.step()) instanceof Step.Secret;
    }

    /** Whether a short number typed now is the one that opens this chat, and nobody's to read. */
    boolean shortNumber(Conversation talk) {
        if (talk.panel() != null) {
            return false;
        }
        Step open = material.flow(talk.flow()).steps().get(talk.step());
        return open instanceof Step.Returning
                || (open instanceof Step.Secret secret && secret.kind() == Step.Secret.Kind.PIN);
    }

    private void hold(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    private void sent(Conversation before, Conversation after, Effect.Send send) {
        hold(!send.text().isBlank(), "an empty message");
        hold(
                send.text().length() <= LONGEST_MESSAGE,
                "a message of " + send.text().length() + " characters");
        String locale = material.catalogue(send.locale()).locale();
        boolean theirs = locale.equals(material.catalogue(before.locale()).locale())
                || locale.equals(material.catalogue(after.locale()).locale());
        hold(theirs, "a message in " + locale + " to somebody who reads " + after.locale());
        foreign(locale, send.text());
        if (send.textWhenNobody() != null) {
            foreign(locale, send.textWhenNobody());
        }
        for (Effect.Choice choice : send.choices()) {
            int length = choice.token().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            hold(length <= OptionToken.LONGEST, "a token of " + length + " bytes");
            foreign(locale, choice.label());
        }
    }

    private void foreign(String locale, String text) {
        long foreign = spoken.foreign(locale, text);
        hold(foreign == 0, foreign + " lines in another language than " + locale);
    }

    private void filed(Effect.File file) {
        String id = file.id().value();
        int expected = sequences.merge(id, 1, Integer::sum) - 1;
        hold(file.sequence() == expected, "follow-up #" + file.sequence() + " (expected: #" + expected + ")");
        hold(!withdrawn.contains(id), "something filed after it was taken back");
        for (Line line : file.lines()) {
            if (line.text().endsWith(Walker.MARK)) {
                hold(filedTimes.merge(line.text(), 1, Integer::sum) == 1, "the same words filed twice");
                boolean whole = file.story().length() + line.text().length()
                        > material.settings().maxStory();
                hold(whole || file.story().contains(line.text()), "words that are in no story");
            }
        }
    }

    static boolean own(Input input) {
        return switch (input) {
            case Input.Started started -> true;
            case Input.Said said -> true;
            case Input.Tapped tapped -> true;
            case Input.MediaSent media -> true;
            case Input.PlaceSent place -> true;
            case Input.Unsupported unsupported -> true;
            default -> false;
        };
    }

    private static long sends(Turn turn) {
        return turn.effects().stream()
                .filter(effect -> effect instanceof Effect.Send)
                .count();
    }

    /** A person of the team is there; a tap was answered already; a story is being collected; a screen must stay as it is. */
    private boolean mayBeSilent(Conversation before, Input input, Turn turn, Instant now) {
        Conversation after = (Conversation) turn.next();
        if (before.takenUntil() != null && now.isBefore(before.takenUntil())) {
            return true;
        }
        boolean hidden = turn.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.DeleteMessages
                        || (effect instanceof Effect.EndInvitation
                                && after.step().isEmpty()));
        if (hidden) {
            return true;
        }
        if (input instanceof Input.Tapped tapped) {
            return tapped.token().equals(before.lastTap())
                    || before.flags().contains(Flag.REPEATED)
                    || (before.step().isEmpty() && before.panel() == Conversation.Panel.DECOY);
        }
        return input instanceof Input.Said
                && after.step().equals(before.step())
                && material.flow(before.flow()).steps().get(before.step()) instanceof Step.Story
                && before.story().stream()
                        .anyMatch(fragment -> fragment.question().equals(before.step()));
    }

    /** Nothing that was said is gone, but what was never to be sent when the conversation came to rest. */
    private void lines(Conversation before, @Nullable String words, Turn turn) {
        Conversation after = (Conversation) turn.next();
        if (turn.effects().stream().anyMatch(effect -> effect instanceof Effect.Forget)) {
            return;
        }
        Set<String> there = new HashSet<>();
        after.lines().forEach(line -> there.add(line.text()));
        for (Conversation held = after.held(); held != null; held = held.held()) {
            held.lines().forEach(line -> there.add(line.text()));
        }
        turn.effects().forEach(effect -> {
            if (effect instanceof Effect.File file) {
                file.lines().forEach(line -> there.add(line.text()));
            }
        });
        boolean rested = !after.session().equals(before.session());
        boolean unsent = !active(before) || heldBack(before) || !active(after);
        if (words != null) {
            hold(there.contains(words), "words that were just said are nowhere");
        }
        for (Line line : before.lines()) {
            boolean mayGo = unsent
                    && (rested || after.filing() == null || before.lines().size() > 150);
            if (line.text().endsWith(Walker.MARK) && !there.contains(line.text()) && !mayGo) {
                broken.add("words that were said before are nowhere");
            }
        }
    }

    /** What opens this chat to its person alone is in no story and no transcript. */
    private void number(String typed, Turn turn) {
        Conversation after = (Conversation) turn.next();
        boolean kept = after.lines().stream().anyMatch(line -> line.text().equals(typed))
                || after.story().stream().anyMatch(fragment -> fragment.text().equals(typed));
        boolean filed = turn.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.File file
                        && file.lines().stream().anyMatch(line -> line.text().equals(typed)));
        hold(!kept && !filed, "a short number in a report");
    }

    private static boolean active(Conversation talk) {
        return talk.filing() != null && !talk.filing().withdrawn();
    }

    private static boolean heldBack(Conversation talk) {
        return talk.flags().contains(Flag.HELD_BACK) || talk.flags().contains(Flag.ONLY_ADVICE);
    }

    /** One report for one conversation; a report it leaves behind is remembered, so that it can still be erased. */
    private void ids(Conversation before, Turn turn) {
        Conversation after = (Conversation) turn.next();
        Conversation.Filing old = before.filing();
        Conversation.Filing now = after.filing();
        if (old == null || (now != null && now.id().equals(old.id()))) {
            return;
        }
        boolean gone = turn.effects().stream().anyMatch(effect -> effect instanceof Effect.Forget);
        boolean remembered = after.earlier().stream().anyMatch(one -> one.id().equals(old.id()));
        boolean behind = after.held() != null
                && after.held().filing() != null
                && after.held().filing().id().equals(old.id());
        hold(gone || remembered || behind || old.next() == 0, "a report that was left behind and forgotten");
        boolean second = !old.withdrawn()
                && turn.effects().stream()
                        .anyMatch(effect -> effect instanceof Effect.File file
                                && file.sequence() == 0
                                && after.session().equals(before.session())
                                && !file.id().value().equals(old.id()));
        hold(!second, "a second report of one conversation");
    }

    /** What is L1 by itself goes to the team in the turn in which it was said. */
    private void danger(Conversation before, String words, Turn turn) {
        boolean may = before.flags().contains(Flag.CONSENTED) && !heldBack(before);
        if (!may || words.length() > material.settings().maxFragment()) {
            return;
        }
        boolean immediate = triage.apply(new Report(words, Facts.NONE)).reasons().stream()
                .anyMatch(reason ->
                        reason.floor() == Level.L1_IMMEDIATE && !reason.rule().equals(UNREAD_RULE));
        boolean filed = turn.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.File file
                        && file.lines().stream().anyMatch(line -> line.text().equals(words)));
        hold(!immediate || filed, "present danger that was not filed in its turn");
    }
}
