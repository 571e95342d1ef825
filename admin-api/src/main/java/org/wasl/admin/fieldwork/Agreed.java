package org.wasl.admin.fieldwork;

import java.time.Instant;
import org.wasl.admin.officer.StaffId;

/**
 * The person's word on what may be done, as they gave it to one of the staff. What they said to the bot stands in their
 * report; the later of the two counts.
 *
 * @param granted {@code false} where they said no, or took it back
 * @param language in which they were asked
 * @param words what they said; never shown outside the case
 */
public record Agreed(Scope scope, boolean granted, How how, String language, String words, StaffId by, Instant at) {

    /** What was asked. Each is asked by itself. */
    public enum Scope {
        /** That somebody of the community police comes. */
        VISIT("visit"),
        /** That somebody else is spoken with: the family, the one accused. */
        CONTACT("contact"),
        /** That a partner is told. */
        REFERRAL("referral"),
        /** That somebody asks later how they fare. Nobody asked about it: it is wished until they say no. */
        FOLLOW_UP("follow-up");

        private final String wire;

        Scope(String wire) {
            this.wire = wire;
        }

        /** As the bot's own consents name it. */
        public String wire() {
            return wire;
        }
    }

    /** How they were asked. */
    public enum How {
        CHAT,
        TELEPHONE,
        IN_PERSON
    }

    Agreed outline() {
        return new Agreed(scope, granted, how, language, "", by, at);
    }

    @Override
    public String toString() {
        return "Agreed[" + scope + ", " + granted + ", redacted]";
    }
}
