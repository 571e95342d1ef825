package org.wasl.bot.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.triage.intake.Presence;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation that stands at one step of the flow, with answers before it. Put together from the stored form, so that
 * it stands wherever a stored one may stand, and whatever else is stored beside.
 */
record Scene(Material material, Step.Asking step, String locale, Capabilities capabilities, Conversation state) {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final Capabilities NO_BUTTONS = new Capabilities(0, 0, 4096, false, Duration.ZERO, false);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TURN = 7;

    /** What was answered before, in its order; the step that is open is not among it. */
    private static final List<List<String>> BEFORE = List.of(
            List.of("greeting", "en"),
            List.of("safe", "safe"),
            List.of("notice", "agree"),
            List.of("danger", "calm"),
            List.of("age", "adult"));

    static Flow flow() {
        return Objects.requireNonNull(Materials.REAL.flows().get(Materials.REAL.current()));
    }

    /** Every question of the flow new conversations begin with. */
    static List<Step.Asking> questions() {
        return flow().steps().values().stream()
                .filter(step -> step instanceof Step.Asking)
                .map(step -> (Step.Asking) step)
                .toList();
    }

    /** A locale for each question, so that the questions together are met in all of them. */
    static String inTurn(Step.Asking step) {
        return Material.LOCALES.get(questions().indexOf(step) % Material.LOCALES.size());
    }

    static Scene at(Step.Asking step, String locale) {
        return at(step, locale, TranscriptRunner.WIDE, Set.of(Flag.CONSENTED));
    }

    static Scene at(Step.Asking step, String locale, Capabilities capabilities, Set<Flag> flags) {
        Conversation fresh = Conversation.fresh("abcdef", Material.key(flow()));
        ObjectNode tree = (ObjectNode) JSON.readTree(StateCodec.json(fresh));
        tree.put("turn", TURN).put("step", step.id()).put("opened", TURN).put("locale", locale);
        tree.put("lastWord", NOW.minusSeconds(5).toString());
        var set = tree.putArray("flags");
        flags.forEach(flag -> set.add(flag.name()));
        ObjectNode answers = tree.putObject("answers");
        ObjectNode then = JSON.createObjectNode();
        for (List<String> answer : answered(step)) {
            answers.putArray(answer.getFirst()).add(answer.getLast());
        }
        for (List<String> answer : answered(step)) {
            if (answer.getFirst().equals(before(step))) {
                break;
            }
            then.putArray(answer.getFirst()).add(answer.getLast());
        }
        ObjectNode snapshot = tree.putArray("back").addObject();
        snapshot.put("step", before(step));
        snapshot.set("answers", then);
        snapshot.putArray("flags").add(Flag.CONSENTED.name());
        Conversation state = StateCodec.decode(JSON.writeValueAsBytes(tree));
        return new Scene(Materials.REAL, step, locale, capabilities, state);
    }

    private static List<List<String>> answered(Step.Asking step) {
        return BEFORE.stream()
                .filter(answer -> flow().steps().containsKey(answer.getFirst()))
                .filter(answer -> !answer.getFirst().equals(step.id()))
                .toList();
    }

    /** The question "back" leads to: one before the last answered, so that an answer has to be dropped. */
    static String before(Step.Asking step) {
        return step.id().equals("danger") ? "notice" : "danger";
    }

    /** The same, with something else in the stored state. */
    Scene with(Conversation other) {
        return new Scene(material, step, locale, capabilities, other);
    }

    Turn said(String text) {
        return advance(state, new Input.Said(text, "m", NOW));
    }

    Turn tapped(String option) {
        return forged("v1|abcdef|" + TURN + "|" + option);
    }

    Turn forged(String token) {
        return advance(state, new Input.Tapped(token, NOW));
    }

    /** Stored and read again before the turn, like any. */
    Turn advance(ConversationState from, Input input) {
        ConversationEngine engine = new ConversationEngine(material);
        Random random = new Random(3);
        TurnContext context = new TurnContext(
                NOW,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                new Presence(NOW, List.of(new Presence.Staffed("ar-IQ", "FED", 2))),
                new ChannelKind("telegram"),
                capabilities,
                false);
        return engine.advance(engine.decode(engine.encode(from)), input, context);
    }

    static List<Effect.Send> sends(Turn turn) {
        return turn.effects().stream()
                .filter(effect -> effect instanceof Effect.Send)
                .map(effect -> (Effect.Send) effect)
                .toList();
    }

    static Conversation next(Turn turn) {
        return (Conversation) turn.next();
    }

    /** What a person can choose from after a turn, in the order shown: the options of the last message with buttons. */
    static List<String> options(Turn turn) {
        return sends(turn).reversed().stream()
                .map(send -> send.choices().stream()
                        .map(choice -> choice.token().substring(choice.token().lastIndexOf('|') + 1))
                        .toList())
                .filter(options -> !options.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A number as it may be typed, in three digit scripts. */
    static List<String> typed(int number) {
        return Stream.of('0', '٠', '۰')
                .map(zero -> {
                    StringBuilder written = new StringBuilder();
                    String.valueOf(number).chars().forEach(digit -> written.append((char) (zero + digit - '0')));
                    return written.toString();
                })
                .toList();
    }

    /** The effects, without what only tells turns apart. */
    static List<String> seen(Turn turn) {
        List<String> seen = new ArrayList<>();
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Send send -> seen.add(send.purpose() + " " + send.text() + " " + options(turn));
                case Effect.File file -> seen.add("file " + file.facts() + file.lines());
                default -> seen.add(effect.getClass().getSimpleName());
            }
        }
        return seen;
    }
}
