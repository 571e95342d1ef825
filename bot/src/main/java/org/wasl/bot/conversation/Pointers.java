package org.wasl.bot.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Fragment;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Handles;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;

/**
 * What a conversation holds that points at the one who threatens. Nothing of it is kept beside the answers: it follows
 * from them, so that an answer changed or taken back changes it too.
 */
final class Pointers {

    private Pointers() {}

    static DigitalEvidence of(Talk talk) {
        List<AccusedHandle> handles = List.of();
        AskedAmount amount = null;
        for (String id : talk.answers.keySet()) {
            if (talk.flow.steps().get(id) instanceof Step.AskText asked && asked.reads() != null) {
                String words = written(talk, id);
                switch (asked.reads()) {
                    case HANDLE -> handles = Handles.read(words, platform(talk));
                    case AMOUNT -> amount = AskedAmount.read(words).orElse(null);
                }
            }
        }
        return new DigitalEvidence(handles, amount);
    }

    /** The last answer counts: one that was changed stays in the story, and points at nobody. */
    private static String written(Talk talk, String id) {
        @Nullable String last = null;
        for (Fragment fragment : talk.story) {
            if (fragment.question().equals(id)) {
                last = fragment.text();
            }
        }
        return talk.answer(id).isEmpty() || last == null ? "" : last;
    }

    private static Platform platform(Talk talk) {
        return talk.chosen()
                .strongest(FactKey.PLATFORM)
                .map(Fact::detail)
                .map(Platform::ofWire)
                .orElse(Platform.UNKNOWN);
    }
}
