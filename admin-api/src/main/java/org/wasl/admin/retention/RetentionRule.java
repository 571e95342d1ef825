package org.wasl.admin.retention;

import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.Handling;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;

/**
 * How long the cases of a class are kept, counted from the day they ended.
 *
 * @param source where the figure is from; {@link #PROPOSAL} while nobody responsible has said
 * @param why in a sentence, for who has to decide on the figure
 * @param when what a case of the class is; {@code null} for the class of all others
 */
record RetentionRule(
        RetentionClass of,
        Period keep,
        String source,
        String why,
        @Nullable When when) {
    static final String PROPOSAL = "proposal";

    boolean proposed() {
        return source.equals(PROPOSAL);
    }

    boolean fits(Case held) {
        return when == null || when.fits(held);
    }

    /**
     * Any of these is enough.
     *
     * @param drill whether the ladder was tried out with it
     * @param child whether a child is concerned
     * @param conflict whether the security forces may be accused
     */
    record When(
            Set<Handling.Disposition> ended,
            Set<Level> levels,
            Set<Category> about,
            boolean drill,
            boolean child,
            boolean conflict) {

        boolean nothing() {
            return ended.isEmpty() && levels.isEmpty() && about.isEmpty() && !drill && !child && !conflict;
        }

        boolean fits(Case held) {
            Handling.Disposition how = held.handling().disposition();
            return drill && held.drill()
                    || how != null && ended.contains(how)
                    || levels.contains(held.effectiveLevel())
                    || held.about().stream().anyMatch(about::contains)
                    || child && Young.concerns(held)
                    || conflict && held.conflict();
        }
    }
}
