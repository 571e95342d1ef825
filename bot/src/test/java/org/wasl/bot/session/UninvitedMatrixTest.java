package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.RealDialogue;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Receipt;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.seal.Bytes;

/**
 * Every kind of message against the time since the person's last word, their windows, safe mode, presence and an outage
 * of the node: none arrives uninvited. What does arrive is printed as a table, and kept as one, so that silence
 * everywhere would be seen too.
 */
class UninvitedMatrixTest {

    private static final Path TABLE = Path.of("src/test/resources/uninvited-matrix.txt");
    private static final String STAFF = "words from staff";
    private static final Duration INVITED = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final List<Duration> SINCE = List.of(
            Duration.ZERO, Duration.ofMinutes(14), Duration.ofMinutes(16), Duration.ofHours(2), Duration.ofHours(25));

    /** 17:00 and 13:00 in Baghdad; evenings begin at 16:00. */
    private static final Instant IN_THE_EVENING = Instant.parse("2026-11-23T14:00:00Z");

    private static final Instant AT_NOON = Instant.parse("2026-11-23T10:00:00Z");
    private static final Bytes KEY = Bytes.ofHex("11".repeat(32));
    private static final MailboxKeys MAILBOX =
            new MailboxKeys(new MailboxAddress("ab".repeat(16), KEY, KEY, 1), KEY, KEY);

    private enum Window {
        NONE,
        OPEN,
        CLOSED
    }

    private enum Kind {
        ANSWER_DELAYED,
        RECEIPT_DELAYED,
        DECOY_DELAYED,
        REPLY,
        REPLY_AFTER_THE_END,
        REPLY_AFTER_EXIT,
        REPLY_AFTER_PAUSE,
        TIMER,
        CAME_BACK,
        TAKEN_OVER,
        HANDED_BACK,
        APOLOGY
    }

    /** One cell, and one of the conversations in it. */
    private record Case(Kind kind, Duration since, Window window, boolean safe, boolean staffed, boolean outage) {

        Instant then() {
            return window == Window.CLOSED ? AT_NOON : IN_THE_EVENING;
        }

        Instant lastWord() {
            return then().minus(since);
        }

        boolean ended() {
            return kind == Kind.REPLY_AFTER_EXIT || kind == Kind.REPLY_AFTER_PAUSE || kind == Kind.DECOY_DELAYED;
        }

        boolean elsewhere() {
            return Set.of(Kind.TIMER, Kind.CAME_BACK, Kind.TAKEN_OVER, Kind.HANDED_BACK)
                    .contains(kind);
        }
    }

    private final Dialogue dialogue = RealDialogue.create();

    @Test
    void nothingArrivesUninvited() throws IOException {
        Map<String, Set<String>> cells = new java.util.LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Duration since : SINCE) {
                for (Window window : Window.values()) {
                    Set<String> cell = cells.computeIfAbsent(kind + " " + since + " " + window, k -> new TreeSet<>());
                    for (int bits = 0; bits < 8; bits++) {
                        Case one = new Case(kind, since, window, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
                        for (Effect.Send sent : arrives(one)) {
                            cell.add(name(sent));
                            if (!invited(one, sent)) {
                                wrong.add(one + ": " + sent.purpose());
                            }
                        }
                    }
                }
            }
        }
        String table = table(cells);
        System.out.println(table);
        if (System.getProperty("wasl.update") != null) {
            Files.writeString(TABLE, table);
        }
        assertThat(wrong).isEmpty();
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    @Test
    void aPlatformThatCarriesFreeWordsForADayOnlyIsNotTriedLater() {
        for (Duration since : List.of(Duration.ofHours(2), Duration.ofHours(25))) {
            Case one = new Case(Kind.REPLY_AFTER_THE_END, since, Window.OPEN, false, true, true);
            QuietChat chat = chat(one);
            chat.freeFormFor = Duration.ofHours(24);
            assertThat(arrives(one, chat))
                    .as("after " + since)
                    .hasSize(since.compareTo(Duration.ofHours(24)) < 0 ? 1 : 0);
        }
    }

    /** The rule once more, in the words of the design, without the code that keeps it. */
    private static boolean invited(Case one, Effect.Send sent) {
        boolean justSpoke = one.since().compareTo(INVITED) < 0;
        if (one.ended() && sent.purpose() == Purpose.DECOY) {
            return justSpoke;
        }
        if (justSpoke && !one.ended()) {
            return !one.safe() || !one.elsewhere();
        }
        Instant opened = IN_THE_EVENING.minus(Duration.ofHours(1));
        boolean leftInThisWindow = one.ended() && !one.lastWord().isBefore(opened);
        return one.window() == Window.OPEN
                && !leftInThisWindow
                && sent.purpose() == Purpose.OPENER
                && sent.silent()
                && !sent.text().contains(STAFF);
    }

    private List<Effect.Send> arrives(Case one) {
        return arrives(one, chat(one));
    }

    private QuietChat chat(Case one) {
        QuietChat chat = new QuietChat(dialogue);
        chat.staffed = one.staffed();
        return chat;
    }

    private List<Effect.Send> arrives(Case one, QuietChat chat) {
        chat.now = one.lastWord().minusSeconds(60);
        chat.take(new Input.Started("", chat.now));
        chat.taps("en", chat.now);
        chat.taps(one.safe() ? "reads" : "safe", chat.now);
        switch (one.kind()) {
            case RECEIPT_DELAYED -> reports(chat, "danger");
            case TIMER -> reports(chat, "calm");
            default -> comesBack(one, chat);
        }
        chat.sends();
        chat.sent.clear();
        lastWord(one, chat);
        if (!one.outage() && one.since().compareTo(FORGOTTEN) > 0) {
            chat.isForgotten();
        }
        chat.sent.clear();
        then(one, chat);
        return List.copyOf(chat.sent);
    }

    private static void reports(QuietChat chat, String danger) {
        chat.taps("agree", chat.now);
        chat.taps(danger, chat.now);
        chat.take(new Input.Worked(
                new WorkResult.ReceiptDerived(true, false, MAILBOX.address(), KEY, KEY, List.of()), chat.now));
    }

    private static void comesBack(Case one, QuietChat chat) {
        chat.says(Receipt.mint(new SecureRandom()).formatted(), chat.now);
        chat.take(new Input.Worked(
                new WorkResult.ReceiptDerived(false, true, MAILBOX.address(), KEY, KEY, List.of()), chat.now));
        if (one.window() != Window.NONE) {
            chat.taps("hours", chat.now);
            chat.taps("evening", chat.now);
            chat.taps("done", chat.now);
            chat.taps("done", chat.now);
        }
    }

    /** The last word; while the node was away it is taken only when it is back. */
    private static void lastWord(Case one, QuietChat chat) {
        chat.now = one.outage() ? one.then() : one.lastWord();
        Instant at = one.lastWord();
        switch (one.kind()) {
            case DECOY_DELAYED, REPLY_AFTER_EXIT -> chat.says("exit", at);
            case REPLY_AFTER_PAUSE -> chat.says("pause", at);
            case REPLY_AFTER_THE_END -> chat.taps("enough", at);
            case RECEIPT_DELAYED -> chat.says("my number", at);
            case TIMER -> chat.says("he shouts every day", at);
            case APOLOGY -> chat.parks(new Input.Said("something", "", at));
            case TAKEN_OVER, HANDED_BACK, CAME_BACK, REPLY, ANSWER_DELAYED -> chat.says("all right", at);
        }
        if (one.kind() == Kind.HANDED_BACK) {
            chat.take(new Input.TakenOver(one.then().plusSeconds(60), chat.now));
        }
        boolean delayed = Set.of(Kind.ANSWER_DELAYED, Kind.RECEIPT_DELAYED, Kind.DECOY_DELAYED, Kind.APOLOGY)
                .contains(one.kind());
        if (!delayed) {
            chat.sends();
        }
    }

    private static void then(Case one, QuietChat chat) {
        chat.now = one.then();
        switch (one.kind()) {
            case REPLY, REPLY_AFTER_THE_END, REPLY_AFTER_EXIT, REPLY_AFTER_PAUSE ->
                chat.take(new Input.ReplyArrived(
                        new Reply("r1", "officer", STAFF, null, chat.now), chat.now, terms(one), MAILBOX));
            case TIMER -> {
                if (one.outage() || one.since().compareTo(FORGOTTEN) < 0) {
                    chat.timers().forEach((name, turn) -> chat.take(new Input.TimerFired(name, turn, chat.now)));
                }
            }
            case CAME_BACK -> chat.take(new Input.CameBack(chat.now));
            case TAKEN_OVER -> chat.take(new Input.TakenOver(chat.now.plusSeconds(60), chat.now));
            case HANDED_BACK -> chat.take(new Input.HandedBack(chat.now));
            case ANSWER_DELAYED, RECEIPT_DELAYED, DECOY_DELAYED, APOLOGY -> {}
        }
        chat.sends();
    }

    private static ChatTerms terms(Case one) {
        ContactWindows windows =
                one.window() == Window.NONE ? ContactWindows.NONE : ContactWindows.of(List.of("evening"));
        return new ChatTerms(windows, one.safe() || one.ended(), null, "en", null, 0);
    }

    private static String name(Effect.Send sent) {
        return switch (sent.purpose()) {
            case OPENER -> "line";
            case REPLY -> "reply";
            case DECOY -> "decoy";
            case RECEIPT -> "number";
            case QUESTION -> "question";
            case INFORMATION -> "words";
        };
    }

    private static String table(Map<String, Set<String>> cells) {
        StringBuilder table = new StringBuilder("What arrives, by the time since the last word, and by the window:"
                + " none chosen / open / closed.\n\n");
        table.append(String.format("%-20s", ""));
        SINCE.forEach(since -> table.append(String.format("| %-44s", since)));
        table.append('\n');
        for (Kind kind : Kind.values()) {
            table.append(String.format("%-20s", kind.name().toLowerCase(java.util.Locale.ROOT)));
            for (Duration since : SINCE) {
                List<String> three = new ArrayList<>();
                for (Window window : Window.values()) {
                    Set<String> cell = cells.getOrDefault(kind + " " + since + " " + window, Set.of());
                    three.add(cell.isEmpty() ? "-" : String.join("+", cell));
                }
                table.append(String.format("| %-44s", String.join(" / ", three)));
            }
            table.append('\n');
        }
        return table.toString().replaceAll(" +\n", "\n");
    }
}
