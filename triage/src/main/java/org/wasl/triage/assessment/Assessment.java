package org.wasl.triage.assessment;

import java.util.List;
import java.util.Set;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;

/**
 * What triage says of a report.
 *
 * @param language the main language of the text; {@link Language#OTHER} where there is none
 * @param also further categories, at most three
 * @param score 0 to 100, orders cases inside one level only
 * @param suspectedOnly whether an urgent level rests on suspected facts alone: the "to confirm" lane
 * @param understood whether the text could be read at all; if not, a human looks now
 * @param facts those given and those read from the text
 * @param reasons the fired rules, most severe first
 * @param wouldRaise what is still unknown and would raise the level
 * @param model version of the classifier, or {@code none}
 * @param rules version of rules, weights and lexicons
 */
public record Assessment(
        Language language,
        Category category,
        List<Category> also,
        Level level,
        int score,
        boolean suspectedOnly,
        boolean understood,
        Facts facts,
        List<Reason> reasons,
        List<WouldRaise> wouldRaise,
        Set<Tag> tags,
        String model,
        String rules) {

    public boolean urgent() {
        return level.urgent();
    }
}
