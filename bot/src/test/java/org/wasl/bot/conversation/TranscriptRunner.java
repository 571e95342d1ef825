package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Presence;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.question.QuestionName;
import org.wasl.triage.question.Questions;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.seal.Bytes;

/**
 * Plays a transcript: lines with "&gt;" are what happens to the conversation, the rest is what it does. The state is
 * stored and read again between any two turns.
 */
final class TranscriptRunner {

    static final Instant START = Instant.parse("2026-11-22T06:00:00Z");
    static final Capabilities WIDE = new Capabilities(30, 60, 4096, true, Duration.ofHours(48), true);

    private static final int MOST_SKIPPED = 20;
    private static final Pattern QUOTED = Pattern.compile("\u2068(.*?)\u2069");

    private final Dialogue dialogue;
    private final Random random = new Random(7);
    private final StringBuilder written = new StringBuilder();
    private Capabilities capabilities = WIDE;
    private boolean staffed = true;
    private boolean demonstration;
    private Instant now = START;
    private ConversationState state;
    private List<Effect.Choice> choices = List.of();
    private List<Effect.Choice> earlier = List.of();
    private String lastAsk = "";
    private WorkRequest.@Nullable FetchAttachment lastFetch;
    private String receipt = "";
    private String locale = Material.FALLBACK;
    private String safeWord = "";
    private ChatTerms chat = ChatTerms.NONE;
    private boolean capsule = true;

    TranscriptRunner(Dialogue dialogue) {
        this.dialogue = dialogue;
        this.state = dialogue.begin(context());
    }

    /** Plays the moves of a script and answers the whole transcript. */
    String play(String script) {
        String last = "";
        for (String line : script.lines().toList()) {
            if (line.startsWith("#")) {
                written.append(last.startsWith("#") || last.isEmpty() ? "" : "\n")
                        .append(line)
                        .append('\n');
            } else if (line.startsWith("> ")) {
                written.append('\n').append(line).append('\n');
                move(line.substring(2));
            } else {
                continue;
            }
            last = line;
        }
        return written.toString();
    }

    /** The conversation as it stands. */
    Conversation state() {
        return (Conversation) state;
    }

    /** Ids of the buttons that stand there. */
    List<String> offered() {
        return choices.stream()
                .map(choice -> choice.token().substring(choice.token().lastIndexOf('|') + 1))
                .toList();
    }

    /** The last language spoken; stays when the conversation rests. */
    String locale() {
        return locale;
    }

    /** The world as the next turn would see it. */
    TurnContext world() {
        return context();
    }

    private void move(String move) {
        String[] parts = move.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        now = now.plusSeconds(3);
        switch (parts[0]) {
            case "set" -> set(rest);
            case "wait" -> now = now.plus(Duration.parse(rest));
            case "skip" -> skip(rest.substring("until ".length()));
            case "onward" -> onward(rest);
            case "anew" -> anew(rest);
            default -> turn(input(parts[0], rest));
        }
    }

    /** Skips questions until one offers this choice; the questions between are another transcript's. */
    private void skip(String option) {
        for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
            if (offered(option)) {
                return;
            }
            turn(input("tap", "m-skip"));
            now = now.plusSeconds(3);
        }
        throw new IllegalStateException("no button " + option + " within " + MOST_SKIPPED + " questions");
    }

    /** The same, and what is passed over is not written down: it may change without a word of this transcript changing. */
    private void onward(String option) {
        int before = written.length();
        skip(option);
        String[] messages = written.substring(before).split("(?m)(?=^- question:)");
        written.setLength(before);
        written.append(messages[messages.length - 1]);
    }

    /** Somebody else's chat, past the gate; what is said there is another transcript's. */
    private void anew(String language) {
        int before = written.length();
        state = dialogue.begin(context());
        for (String move : List.of("start", "tap " + language, "derived", "tap safe", "tap agree", "tap calm")) {
            move(move);
        }
        written.setLength(before);
    }

    private boolean offered(String option) {
        return choices.stream().anyMatch(choice -> choice.token().endsWith("|" + option));
    }

    private void set(String what) {
        switch (what) {
            case "staffed" -> staffed = true;
            case "nobody" -> staffed = false;
            case "demonstration" -> demonstration = true;
            case "buttons" -> capabilities = WIDE;
            case "forgotten" -> {
                dialogue.forgotten(dialogue.decode(dialogue.encode(state))).forEach(this::counted);
                state = dialogue.begin(context());
            }
            case "no buttons" -> capabilities = new Capabilities(0, 0, 4096, false, Duration.ZERO, false);
            default -> throw new IllegalArgumentException("set: " + what);
        }
    }

    private Input input(String kind, String rest) {
        return switch (kind) {
            case "start" -> new Input.Started("", now);
            case "say" ->
                new Input.Said(rest.replace("{receipt}", receipt).replace("{safe word}", safeWord), "m1", now);
            case "tap" -> new Input.Tapped(token(choices, rest), now);
            case "tap-earlier" -> new Input.Tapped(token(earlier, rest), now);
            case "forge" -> new Input.Tapped(rest, now);
            case "voice" -> new Input.MediaSent(MediaKind.VOICE, "p", 1000, "", "m1", now);
            case "picture" -> new Input.MediaSent(MediaKind.PICTURE, "p", 1000, rest, "m1", now);
            case "lost" -> new Input.Worked(fetched(false), now);
            case "arrived" -> new Input.Worked(fetched(true), now);
            case "timer" -> new Input.TimerFired(rest, timerTurn(rest), now);
            case "derived" -> new Input.Worked(derived(true, false, List.of()), now);
            case "found" ->
                new Input.Worked(
                        derived(
                                false,
                                true,
                                rest.isEmpty() ? List.of() : List.of(new Reply("r1", "officer", rest, null, now))),
                        now);
            case "not-found" -> new Input.Worked(derived(false, false, List.of()), now);
            case "failed" -> new Input.Worked(new WorkResult.Failed("busy"), now);
            case "reply" ->
                new Input.ReplyArrived(
                        new Reply("r" + now.getEpochSecond(), "officer", rest, chat.codeWord(), now),
                        now,
                        chat,
                        keys());
            case "mark" -> new Input.MarkAnswered(lastAsk, known(rest), now);
            case "taken-over" -> new Input.TakenOver(now.plusSeconds(60), now);
            case "handed-back" -> new Input.HandedBack(now);
            case "left" -> new Input.Left(now);
            case "exited" -> new Input.Exited(now);
            case "came-back" -> new Input.CameBack(now);
            default -> throw new IllegalArgumentException("move: " + kind);
        };
    }

    /** What the desk would find by mark: nothing without words, one reply with them, a report without one for "none". */
    private List<Input.KnownReport> known(String words) {
        if (words.isEmpty() || !capsule) {
            return List.of();
        }
        List<Reply> replies =
                words.equals("none") ? List.of() : List.of(new Reply("r2", "officer", words, chat.codeWord(), now));
        return List.of(new Input.KnownReport("ab".repeat(16), replies, chat, keys()));
    }

    private static MailboxKeys keys() {
        return new MailboxKeys(new MailboxAddress("ab".repeat(16), key(1), key(2), 1), key(3), key(4));
    }

    /** As long as a real one, and as hard to make small. */
    private static Bytes key(int seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return Bytes.copyOf(key);
    }

    private int timerTurn(String name) {
        Integer turn = ((Conversation) state).timers().get(name);
        return turn == null ? 0 : turn;
    }

    private static String token(List<Effect.Choice> from, String option) {
        return from.stream()
                .map(Effect.Choice::token)
                .filter(token -> token.endsWith("|" + option))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button " + option + " among " + from));
    }

    private WorkResult fetched(boolean arrived) {
        WorkRequest.FetchAttachment fetch = java.util.Objects.requireNonNull(lastFetch);
        return new WorkResult.AttachmentFetched(fetch.report(), fetch.attachment(), fetch.kind(), arrived);
    }

    static WorkResult derived(boolean minted, boolean known, List<Reply> replies) {
        MailboxKeys keys = keys();
        return new WorkResult.ReceiptDerived(
                minted, known, keys.address(), keys.privateReplyKey(), keys.privateSignKey(), replies);
    }

    void turn(Input input) {
        Turn turn = dialogue.advance(dialogue.decode(dialogue.encode(state)), input, context());
        boolean forgotten = turn.effects().contains(new Effect.Forget());
        state = forgotten ? dialogue.begin(context()) : turn.next();
        turn.effects().forEach(this::write);
    }

    private TurnContext context() {
        Presence presence =
                staffed ? new Presence(now, List.of(new Presence.Staffed("ar-IQ", "FED", 2))) : Presence.NOBODY;
        return new TurnContext(now, this::bytes, presence, new ChannelKind("web"), capabilities, demonstration);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void write(Effect effect) {
        switch (effect) {
            case Effect.Send send -> send(send);
            case Effect.File file -> file(file);
            case Effect.Contact contact -> contact(contact);
            case Effect.DropUnsent drop -> line("drop what was not sent");
            case Effect.Tell tell -> line("tell " + tell.entry().getClass().getSimpleName());
            case Effect.SetTimer timer ->
                line("timer " + timer.name() + " " + timer.after() + (timer.fromDelivery() ? " from delivery" : ""));
            case Effect.CancelTimer timer -> line("cancel timer " + timer.name());
            case Effect.Work work -> {
                if (work.request() instanceof WorkRequest.DeriveReceipt derive) {
                    receipt = derive.minted() ? derive.digits() : receipt;
                    line("work: derive " + (derive.minted() ? "a new receipt" : "a typed receipt"));
                } else if (work.request() instanceof WorkRequest.FetchAttachment fetch) {
                    lastFetch = fetch;
                    line("work: fetch " + fetch.kind());
                }
            }
            case Effect.AskMark ask -> {
                lastAsk = ask.askId();
                line("ask by mark");
            }
            case Effect.EndInvitation end -> line("end of invitation");
            case Effect.DeleteMessages delete ->
                line(delete.keep() == 0 ? "delete messages" : "delete messages but the last " + delete.keep());
            case Effect.DeleteMessage delete -> line("delete one message");
            case Effect.Withhold withhold -> line("withhold, its name sealed");
            case Effect.Discard discard -> {}
            case Effect.SettleButtons settle -> {}
            case Effect.Forget forget -> line("forget");
            case Effect.Ended ended -> counted(ended.ending());
            case Effect.Count count -> line("count " + count.counter());
        }
    }

    private void counted(Ending ending) {
        switch (ending) {
            case Ending.Left left -> line("counted: left at " + left.stage() + " " + left.locale());
            case Ending.Said said ->
                line("counted: helped " + said.helped() + ", felt safe " + said.safe() + " " + said.locale());
        }
    }

    private void send(Effect.Send send) {
        locale = send.locale();
        String kind = send.purpose().name().toLowerCase(java.util.Locale.ROOT)
                + (send.silent() ? ", silent" : "")
                + (send.protectedContent() ? ", protected" : "")
                + (send.deleteAfter() == null ? "" : ", gone after " + send.deleteAfter())
                + (send.replyId() == null ? "" : ", " + (send.replyId().length() < 4 ? send.replyId() : "reply"));
        line(kind + ":");
        Matcher quoted = QUOTED.matcher(send.text());
        if (send.deleteAfter() != null && send.purpose() == Effect.Purpose.INFORMATION && quoted.find()) {
            safeWord = quoted.group(1);
        }
        text(send.text(), "  ");
        if (send.textWhenNobody() != null) {
            written.append("  when nobody is on duty:\n");
            text(send.textWhenNobody(), "    ");
        }
        if (!send.choices().isEmpty()) {
            written.append("  ")
                    .append(send.choices().stream()
                            .map(choice -> "["
                                    + choice.token().substring(choice.token().lastIndexOf('|') + 1) + "] "
                                    + choice.label())
                            .collect(Collectors.joining(" · ")))
                    .append('\n');
            earlier = choices;
            choices = send.choices();
        }
    }

    private void text(String text, String indent) {
        text.lines()
                .forEach(line -> written.append(indent).append(visible(line)).append('\n'));
    }

    /** Isolates are shown, so that a missing one is seen. */
    private static String visible(String line) {
        return line.replace('\u2066', '⟨').replace('\u2068', '‹').replace('\u2069', '⟩');
    }

    private void contact(Effect.Contact contact) {
        chat = contact.terms();
        capsule = contact.reachable();
        line("contact" + (contact.mailbox() == null ? "" : ", mailbox") + ": " + terms()
                + (capsule ? "" : ", not to be found again"));
    }

    private String terms() {
        List<String> parts = new ArrayList<>(chat.windows().wire());
        if (chat.codeWord() != null) {
            parts.add("word " + chat.codeWord());
        }
        if (chat.pin() != null) {
            parts.add("short number");
        }
        if (chat.wrongPins() > 0) {
            parts.add(chat.wrongPins() + " wrong");
        }
        if (chat.closed()) {
            parts.add("closed");
        }
        return parts.isEmpty() ? "nothing asked for" : String.join(", ", parts);
    }

    private void file(Effect.File file) {
        chat = file.terms();
        capsule = file.reachable();
        line("file #" + file.sequence() + (file.unconfirmed() ? " unconfirmed" : " confirmed") + " "
                + file.assessment().level().wire() + " "
                + file.assessment().reasons().stream()
                        .map(reason -> reason.rule())
                        .findFirst()
                        .orElse("")
                + (file.mailbox() == null ? ", no mailbox yet" : ", mailbox")
                + (file.reachable() ? "" : ", not to be written to"));
        List<String> facts = new ArrayList<>();
        for (Fact fact : file.facts()) {
            if (fact.source() != FactSource.BUTTON) {
                continue;
            }
            facts.add(fact.key().wire() + "=" + fact.truth() + detail(fact.detail())
                    + (fact.hours() == null ? "" : ":" + fact.hours() + "h"));
        }
        written.append("  facts ").append(String.join(" ", facts)).append('\n');
        file.evidence()
                .handles()
                .forEach(handle ->
                        written.append("  handle ").append(handle.identity()).append('\n'));
        if (file.evidence().amount() != null) {
            written.append("  amount ")
                    .append(file.evidence().amount().value())
                    .append(' ')
                    .append(file.evidence().amount().currency())
                    .append('\n');
        }
        file.consents()
                .forEach(consent -> written.append("  consent ")
                        .append(consent.scope())
                        .append(consent.granted() ? " granted" : " refused")
                        .append('\n'));
        file.attachments()
                .forEach(promise -> written.append("  attachment ")
                        .append(promise.kind())
                        .append(promise.withheld() ? " withheld" : "")
                        .append(" under ")
                        .append(promise.question() == null ? "no question" : promise.question())
                        .append('\n'));
        file.lines()
                .forEach(line -> written.append("  line ")
                        .append(line.question() == null ? "story" : asked(line.question()))
                        .append(": ")
                        .append(line.text())
                        .append('\n'));
    }

    /** The step alone, since the edition changes with every comma; the desk has to find the words. */
    private static String asked(String question) {
        QuestionName name = QuestionName.read(question);
        assertThat(Questions.shipped().shown(name)).as(question).isPresent();
        return name.id();
    }

    private static String detail(@Nullable String detail) {
        return detail == null ? "" : ":" + detail;
    }

    private void line(String text) {
        written.append("- ").append(text).append('\n');
    }
}
