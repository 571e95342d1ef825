package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.ConversationState;
import org.wasl.bot.conversation.Dialogue;
import org.wasl.bot.conversation.Effect;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.bot.conversation.Ending;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.conversation.Turn;
import org.wasl.bot.conversation.TurnContext;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.Stage;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;

/**
 * A small dialogue whose words say what they do, so that a test of the turn reads like a chat: {@code file}, {@code
 * exit}, {@code throw}, {@code timer 45}, {@code three}, and anything else is answered by a question. It writes down
 * every word it was given, in order.
 */
public final class ScriptedDialogue implements Dialogue {

    /** Words so far. */
    public record Said(String session, int turn, List<String> words) implements ConversationState {
        Said with(String word) {
            List<String> more = new ArrayList<>(words);
            more.add(word);
            return new Said(session, turn + 1, List.copyOf(more));
        }
    }

    private static final Pattern TIMER = Pattern.compile("timer (\\w+) (\\d+)");

    @Override
    public ConversationState begin(TurnContext context) {
        return new Said(HexFormat.of().formatHex(context.entropy().bytes(4)), 0, List.of());
    }

    @Override
    public Turn advance(ConversationState state, Input input, TurnContext context) {
        String word = word(input);
        if (word.equals("throw")) {
            throw new IllegalStateException("the dialogue fails on this word");
        }
        Said next = ((Said) state).with(word);
        return new Turn(next, effects(next, word, input));
    }

    /** Whoever said {@code story} left there. */
    @Override
    public List<Ending> forgotten(ConversationState state) {
        return ((Said) state).words().contains("story") ? List.of(new Ending.Left(Stage.STORY, "ckb")) : List.of();
    }

    private static String word(Input input) {
        return switch (input) {
            case Input.Said said -> said.text();
            case Input.Tapped tapped -> "tap:" + tapped.token();
            case Input.TimerFired timer -> "rang:" + timer.name() + ":" + timer.turn();
            case Input.ReplyArrived reply -> "reply:" + reply.reply().replyId();
            case Input.Worked worked ->
                "worked:"
                        + (worked.result() instanceof WorkResult.ReceiptDerived derived
                                ? derived.known() + ":" + derived.replies().size()
                                : "failed");
            case Input.MarkAnswered answered -> "mark:" + answered.reports().size();
            default -> input.getClass().getSimpleName();
        };
    }

    private List<Effect> effects(Said next, String word, Input input) {
        Matcher timer = TIMER.matcher(word);
        if (timer.matches()) {
            return List.of(
                    question("asked " + next.turn()),
                    new Effect.SetTimer(timer.group(1), Duration.ofSeconds(Long.parseLong(timer.group(2))), true));
        }
        if (input instanceof Input.ReplyArrived arrived) {
            return List.of(
                    send(arrived.reply().text(), Purpose.REPLY, arrived.reply().replyId()));
        }
        if (input instanceof Input.Worked worked && worked.result() instanceof WorkResult.ReceiptDerived derived) {
            return worked(next, derived);
        }
        if (word.startsWith("mint ") || word.startsWith("open ")) {
            return List.of(new Effect.Work(new WorkRequest.DeriveReceipt(word.substring(5), word.startsWith("mint "))));
        }
        if (Set.of("Left", "TakenOver", "HandedBack", "silence").contains(word)) {
            return List.of();
        }
        return switch (word) {
            case "exit" -> List.of(new Effect.EndInvitation(), send("sunny, 31 degrees", Purpose.DECOY, null));
            case "forget" ->
                List.of(
                        new Effect.EndInvitation(),
                        new Effect.DeleteMessages(),
                        send("done", Purpose.DECOY, null),
                        new Effect.Forget());
            case "roll" -> List.of(question("rolled " + next.turn()), new Effect.DeleteMessages(1));
            case "three" -> List.of(inform("one"), inform("two"), inform("three"));
            case "file" -> List.of(file(next), question("filed " + next.turn()));
            case "presence" ->
                List.of(new Effect.Send(
                        "somebody is here",
                        "nobody is here now",
                        List.of(),
                        Purpose.INFORMATION,
                        false,
                        false,
                        "en",
                        null,
                        null));
            case "secret" -> List.of(send("the receipt", Purpose.RECEIPT, null));
            case "brief" ->
                List.of(new Effect.Send(
                        "soon gone",
                        null,
                        List.of(),
                        Purpose.INFORMATION,
                        false,
                        false,
                        "en",
                        null,
                        Duration.ofMinutes(2)));
            case "receipt" -> List.of(new Effect.Work(new WorkRequest.DeriveReceipt("12345678901234567890", false)));
            case "before" -> List.of(new Effect.AskMark("ask" + next.turn()));
            default -> List.of(question("heard " + next.turn() + ": " + word));
        };
    }

    private static List<Effect> worked(Said next, WorkResult.ReceiptDerived derived) {
        if (derived.minted()) {
            return List.of(file(next, derived), question("kept"));
        }
        List<Effect> shown = new ArrayList<>();
        shown.add(question("known " + derived.known()));
        derived.replies().forEach(reply -> shown.add(send(reply.text(), Purpose.REPLY, reply.replyId())));
        return shown;
    }

    private static Effect file(Said next) {
        return file(next, null);
    }

    private static Effect file(Said next, WorkResult.@Nullable ReceiptDerived derived) {
        String id = String.format("%32s", next.session()).replace(' ', '0');
        Assessment assessment = new Assessment(
                Language.OTHER,
                Category.values()[0],
                List.of(),
                Level.L3_URGENT,
                1,
                false,
                true,
                Facts.NONE,
                List.of(),
                List.of(),
                Set.of(),
                "none",
                "test");
        return new Effect.File(
                new IntakeId(id),
                next.turn(),
                false,
                false,
                "en",
                String.join("\n", next.words()),
                List.<Line>of(),
                Facts.NONE,
                assessment,
                List.of(),
                List.of(),
                derived == null ? null : derived.mailbox(),
                derived == null ? null : derived.privateReplyKey(),
                ChatTerms.NONE,
                true,
                List.of(),
                DigitalEvidence.NONE);
    }

    static Effect.Send question(String text) {
        return new Effect.Send(
                text,
                null,
                List.of(new Effect.Choice("v1|s|1|a", "yes")),
                Purpose.QUESTION,
                false,
                false,
                "en",
                null,
                null);
    }

    static Effect.Send inform(String text) {
        return send(text, Purpose.INFORMATION, null);
    }

    static Effect.Send send(String text, Purpose purpose, @Nullable String replyId) {
        return new Effect.Send(text, null, List.of(), purpose, false, false, "en", replyId, null);
    }

    @Override
    public Effect.Send apology(ConversationState state, TurnContext context) {
        return inform("sorry after " + ((Said) state).turn());
    }

    @Override
    public Effect.Send apology(TurnContext context) {
        return inform("sorry in every language");
    }

    @Override
    public byte[] encode(ConversationState state) {
        Said said = (Said) state;
        return (said.session() + "\n" + said.turn() + "\n" + String.join("\n", said.words()))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ConversationState decode(byte[] stored) {
        String[] lines = new String(stored, StandardCharsets.UTF_8).split("\n", -1);
        return new Said(lines[0], Integer.parseInt(lines[1]), List.of(lines).subList(2, lines.length));
    }
}
