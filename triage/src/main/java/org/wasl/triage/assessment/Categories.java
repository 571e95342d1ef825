package org.wasl.triage.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Truth;

/**
 * What a report is about: the person's own choice first, then what was answered, then how the whole of it reads, then
 * what single words suggest. On texts of unknown writers the reading is right twice as often as the words where they
 * differ.
 */
final class Categories {

    private static final int MOST = 4;

    private Categories() {}

    /** The primary category and up to three more; {@link Category#NONE} alone where nothing speaks for any. */
    static List<Category> of(RuleBook book, Facts facts, Set<String> signals, List<Category> readAs) {
        Set<Category> found = new LinkedHashSet<>(chosen(facts));
        topics(book, Known.of(answered(facts), Set.of()), found);
        Category guess = readAs.isEmpty() ? Category.NONE : readAs.getFirst();
        Set<Category> suggested = new LinkedHashSet<>();
        topics(book, Known.of(facts, signals), suggested);
        if (found.isEmpty() && suggested.isEmpty()) {
            return List.of(guess);
        }
        if (leads(guess)) {
            found.add(guess);
        }
        found.addAll(suggested);
        if (found.size() > 1) {
            found.remove(Category.NONE);
        }
        return found.stream().limit(MOST).toList();
    }

    /** A mere guess shuts no case to all but its team, and does not talk a report away. */
    private static boolean leads(Category guess) {
        return !guess.restricted() && guess != Category.NONE && guess != Category.INF;
    }

    private static Set<Category> chosen(Facts facts) {
        Set<Category> chosen = new LinkedHashSet<>();
        for (Fact choice : facts.observations(FactKey.CATEGORY_CHOSEN)) {
            for (Category category : Category.values()) {
                if (choice.truth().holds() && category.name().equals(choice.detail())) {
                    chosen.add(category);
                }
            }
        }
        return chosen;
    }

    private static Facts answered(Facts facts) {
        List<Fact> answered = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.truth() == Truth.YES) {
                answered.add(fact);
            }
        }
        return Facts.of(answered);
    }

    private static void topics(RuleBook book, Known known, Set<Category> into) {
        for (RuleBook.Topic topic : book.categories()) {
            if (topic.condition().holds(known)) {
                into.add(topic.category());
            }
        }
    }
}
