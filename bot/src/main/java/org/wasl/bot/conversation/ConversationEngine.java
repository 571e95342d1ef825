package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.report.Report;

/**
 * Advances conversations along flows that are data. Thread-safe and without memory of its own: what it knows of a
 * conversation stands in the state.
 */
final class ConversationEngine implements Dialogue {

    private final Material material;

    /**
     * Reads flows, words and directories from the class path.
     *
     * @throws IllegalStateException listing every problem of the data
     */
    ConversationEngine(Function<Report, Assessment> triage, ConversationSettings settings, FlowLimits limits) {
        this(Material.load(triage, settings, limits));
    }

    ConversationEngine(Material material) {
        this.material = material;
    }

    @Override
    public ConversationState begin(TurnContext context) {
        return Talk.fresh(material, context.entropy());
    }

    @Override
    public Effect.Send apology(ConversationState state, TurnContext context) {
        Talk talk = Talk.open(material, (Conversation) state, context.now(), context);
        Speech.say(talk, "unread");
        return (Effect.Send) talk.effects.getFirst();
    }

    @Override
    public Effect.Send apology(TurnContext context) {
        Conversation nobody = Talk.fresh(material, context.entropy());
        List<String> lines = new ArrayList<>();
        for (String locale : Material.LOCALES) {
            Talk talk = Talk.open(material, nobody, context.now(), context);
            talk.locale = locale;
            lines.add(Speech.text(talk, "unread", Map.of()));
        }
        String all = String.join("\n\n", lines);
        Effect.Purpose purpose = Effect.Purpose.INFORMATION;
        return new Effect.Send(all, null, List.of(), purpose, false, false, Material.FALLBACK, null, null);
    }

    @Override
    public List<Ending> forgotten(ConversationState state) {
        return Endings.forgotten(material, (Conversation) state);
    }

    @Override
    public byte[] encode(ConversationState state) {
        return StateCodec.encode((Conversation) state);
    }

    @Override
    public ConversationState decode(byte[] stored) {
        return StateCodec.decode(stored);
    }

    @Override
    public Turn advance(ConversationState state, Input input, TurnContext context) {
        return new Advance(Talk.open(material, (Conversation) state, input.at(), context)).with(input);
    }
}
