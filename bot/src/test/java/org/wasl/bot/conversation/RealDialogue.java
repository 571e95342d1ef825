package org.wasl.bot.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Report;

/** The dialogue as a node has it, for tests of other packages; the same words are judged once. */
public final class RealDialogue {

    private RealDialogue() {}

    public static Dialogue create() {
        Triage triage = Triage.load();
        Map<Report, Assessment> known = new ConcurrentHashMap<>();
        return new ConversationEngine(
                report -> known.computeIfAbsent(report, triage::assess),
                ConversationSettings.DEFAULTS,
                FlowLimits.DEFAULTS);
    }

    /** The same without a memory of what was judged, for who measures. */
    public static Dialogue unremembering() {
        Triage triage = Triage.load();
        return new ConversationEngine(triage::assess, ConversationSettings.DEFAULTS, FlowLimits.DEFAULTS);
    }

    /** The timers that run, and the turn each was set in. */
    public static Map<String, Integer> timers(ConversationState state) {
        return ((Conversation) state).timers();
    }
}
