package org.wasl.triage.assessment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;

/** What a report is about: the person's own choice first, then what facts and signals say, then how it reads. */
final class Categories {

    private static final int MOST = 4;

    private Categories() {}

    /** The primary category and up to three more; {@link Category#NONE} alone where nothing speaks for any. */
    static List<Category> of(RuleBook book, Facts facts, Set<String> signals, List<Category> readAs) {
        Known known = Known.of(facts, signals);
        Set<Category> found = new LinkedHashSet<>();
        for (Fact choice : known.holding(FactKey.CATEGORY_CHOSEN)) {
            for (Category category : Category.values()) {
                if (category.name().equals(choice.detail())) {
                    found.add(category);
                }
            }
        }
        for (RuleBook.Topic topic : book.categories()) {
            if (topic.condition().holds(known)) {
                found.add(topic.category());
            }
        }
        if (found.isEmpty()) {
            // A guess fills a gap and adds nothing beside: some categories shut a case to all but its team.
            return readAs.isEmpty() ? List.of(Category.NONE) : List.of(readAs.getFirst());
        }
        if (found.size() > 1) {
            found.remove(Category.NONE);
        }
        return found.stream().limit(MOST).toList();
    }
}
