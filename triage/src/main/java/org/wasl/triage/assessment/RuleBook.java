package org.wasl.triage.assessment;

import java.util.List;
import org.wasl.triage.report.Category;

/**
 * Everything the judgement is made by: rules, weights and the conditions of categories, of one version.
 *
 * @param rules in the order of the file
 * @param weights of the score inside a level
 * @param categories in order of precedence
 */
record RuleBook(String version, List<Rule> rules, List<Weight> weights, List<Topic> categories) {

    record Weight(int points, Condition condition) {}

    record Topic(Category category, Condition condition) {}
}
