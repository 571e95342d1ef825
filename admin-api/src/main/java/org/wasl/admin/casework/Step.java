package org.wasl.admin.casework;

import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;

/** What a decision makes of a case: the next case with its line of history and its audit act, or a no. */
public sealed interface Step {

    /** Nothing to write: it is so already. */
    record Unchanged(Case held) implements Step {}

    record To(Case next, CaseEvent.Kind kind, @Nullable String text, Act act, boolean waits) implements Step {
        @Override
        public String toString() {
            return "To[" + kind + ", redacted]";
        }
    }

    record No(CaseChange answer) implements Step {}

    static Step to(Case held) {
        return new Unchanged(held);
    }

    static Step to(Case next, CaseEvent.Kind kind, @Nullable String text, Act act) {
        return new To(next, kind, text, act, false);
    }

    static Step waits(Case next, CaseEvent.Kind kind, @Nullable String text, Act act) {
        return new To(next, kind, text, act, true);
    }

    static Step no(CaseChange answer) {
        return new No(answer);
    }

    static Step no(CaseChange.Why why) {
        return new No(new CaseChange.Refused(why));
    }
}
