package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Level;

/**
 * A case opened for reading, and what the reader may do with it.
 *
 * @param held the case itself; marks and capsules in it are for the drain, never for a screen
 * @param card what one needs to know in ten seconds
 * @param acknowledgeBy end of the first clock; {@code null} once it stopped
 * @param actBy end of the second clock; {@code null} once it stopped
 * @param next the statuses it may go to from here
 * @param leaseHolder name of who holds it at this moment, if it is somebody else
 * @param readers names of those on duty who read the person's language
 * @param quotes the person's words that weigh most, the heaviest first
 * @param nextAction what is to be done next and by when; {@code null} once nothing is left
 * @param parkedUntil until when it is put aside; {@code null} when it is not
 * @param suggestions who could take it; nobody where the reader may give it to nobody
 * @param links the cases it is bound to, as far as the reader may know of them
 * @param patternOf how many people point at the same account, for supervisors and the meeting; {@code null} for others
 *     and where there is no pattern
 * @param wish how the reader stands to the person's wish
 * @param asWished names of those on duty whom the person wished for; empty where nothing was wished
 * @param deeds what the reader may do with it beside what every reader of an open case may
 */
public record CaseView(
        Case held,
        Card card,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant actBy,
        Set<CaseStatus> next,
        @Nullable String ownerName,
        @Nullable String leaseHolder,
        List<String> readers,
        List<Quote> quotes,
        @Nullable NextAction nextAction,
        @Nullable Instant parkedUntil,
        Suggestions suggestions,
        List<Ties.Link> links,
        @Nullable Integer patternOf,
        WishRule.Standing wish,
        List<String> asWished,
        Set<Deed> deeds) {

    /**
     * Words of the person, and why they weigh.
     *
     * @param words as they may be shown: blotted where they were struck
     */
    public record Quote(String rule, Level floor, boolean suspected, String words) {
        @Override
        public String toString() {
            return "Quote[" + rule + ", redacted]";
        }
    }

    /** Whether the reader may do this now. */
    public boolean may(Deed deed) {
        return deeds.contains(deed);
    }

    /** What If-Match has to name for a change. */
    public long edition() {
        return held.edition();
    }

    @Override
    public String toString() {
        return "CaseView[" + held.number() + ", redacted]";
    }
}
