package org.wasl.bot.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.wasl.bot.channel.Attachable;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.Presence;

/** A person in a chat with the real flow, step by step; stored and read again between any two turns. */
final class Chat {

    static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    final List<Effect> effects = new ArrayList<>();
    final Set<String> asked = new LinkedHashSet<>();
    private final ConversationEngine engine;
    private final Random random = new Random(5);
    private List<Effect.Choice> shown = List.of();
    private ConversationState state;

    Chat(Material material) {
        engine = new ConversationEngine(material);
        state = engine.begin(context());
    }

    /** Past the gate, at the story. */
    static Chat atTheStory(String language) {
        return atTheStory(language, Materials.REAL);
    }

    static Chat atTheStory(String language, Material material) {
        Chat chat = new Chat(material);
        chat.turn(new Input.Started("", NOW));
        return chat.taps(language, "safe", "agree", "calm");
    }

    Chat taps(String... options) {
        for (String option : options) {
            String token = shown.stream()
                    .map(Effect.Choice::token)
                    .filter(one -> one.endsWith("|" + option))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("at " + step() + ": no button " + option));
            turn(new Input.Tapped(token, NOW));
        }
        return this;
    }

    Chat says(String text) {
        turn(new Input.Said(text, "m", NOW));
        return this;
    }

    /** Tells the story and says that it is all. */
    Chat tells(String story) {
        return says(story).taps("done");
    }

    Chat sends(MediaKind kind) {
        turn(new Input.MediaSent(kind, "p-" + kind, 1_000, "m", "", NOW));
        return this;
    }

    /** What may be sent beside words, as the last message says. */
    Attachable attachable() {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).attachable())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    boolean offers(String option) {
        return shown.stream().anyMatch(choice -> choice.token().endsWith("|" + option));
    }

    List<String> options() {
        return shown.stream()
                .map(choice -> choice.token().substring(choice.token().lastIndexOf('|') + 1))
                .toList();
    }

    private void turn(Input input) {
        Turn turn = engine.advance(engine.decode(engine.encode(state)), input, context());
        state = turn.next();
        effects.clear();
        effects.addAll(turn.effects());
        List<Effect.Choice> choices = effects.stream()
                .filter(effect -> effect instanceof Effect.Send)
                .flatMap(effect -> ((Effect.Send) effect).choices().stream())
                .toList();
        shown = choices.isEmpty() ? shown : choices;
        asked.add(step());
    }

    Conversation state() {
        return (Conversation) state;
    }

    String step() {
        return state().step();
    }

    List<Consent> consents() {
        return state().consents();
    }

    String said() {
        StringBuilder said = new StringBuilder();
        effects.forEach(effect -> said.append(effect instanceof Effect.Send send ? send.text() : "")
                .append('\n'));
        return said.toString();
    }

    private TurnContext context() {
        return new TurnContext(
                NOW,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                new Presence(NOW, List.of(new Presence.Staffed("ar-IQ", "FED", 2))),
                new ChannelKind("web"),
                TranscriptRunner.WIDE,
                false);
    }
}
