package org.wasl.admin.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.referral.Basis;

/**
 * How well a partner fits a case, and why.
 *
 * @param points what speaks for and against it, the weightiest first
 * @param consent the consent by which the case may go there; {@code null} where the person has to be asked first
 */
public record Fit(PartnerEntry entry, List<Point> points, int weight, Basis.@Nullable Agreed consent) {

    /** What is weighed. */
    public enum Point {
        FOR_THIS(30),
        SERVES_THERE(25),
        PLACE_UNKNOWN(5),
        TAKES_THEM(20),
        /** Whom they take is not known, or who the person is. */
        WHO_UNKNOWN(0),
        /** They take women only, and nobody asked. */
        WOMEN_ONLY(-2),
        SPEAKS_LANGUAGE(15),
        LANGUAGE_NOT_KNOWN(-5),
        ALL_DAY(5),
        AGREED(10),
        NOT_ASKED(-10),
        /** Nobody of ours has ever reached them by what stands here. */
        NEVER_VERIFIED(-20),
        /** Nobody has for too long. */
        OVERDUE(-15),
        NO_CONTACT(-25);

        private final int weight;

        Point(int weight) {
            this.weight = weight;
        }

        public int weight() {
            return weight;
        }

        /** Whether it is a warning that has to be seen before something is sent. */
        public boolean warns() {
            return this == NEVER_VERIFIED || this == OVERDUE || this == NO_CONTACT;
        }
    }

    /** Whether nothing should go there before somebody looked at it again. */
    public boolean warned() {
        return points.stream().anyMatch(Point::warns);
    }

    @Override
    public String toString() {
        return "Fit[" + entry.id() + ", " + weight + "]";
    }
}
