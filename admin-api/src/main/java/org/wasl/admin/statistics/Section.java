package org.wasl.admin.statistics;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One part of the report.
 *
 * @param id names its title: {@code statistics.table.<id>}
 * @param columns {@code null} where its rows are all there is
 */
record Section(
        String id,
        Population population,
        Dimension rows,
        @Nullable Dimension columns) {

    /** The report, in its order. Nothing in it is by month: donors are told quarters. */
    static final List<Section> REPORT = List.of(
            new Section("levels", Population.CASES, Dimension.LEVEL, null),
            new Section("acknowledged", Population.CASES, Dimension.LEVEL, Dimension.ACKNOWLEDGED),
            new Section("answered", Population.CASES, Dimension.LEVEL, Dimension.ANSWERED),
            new Section("acted", Population.CASES, Dimension.LEVEL, Dimension.ACTED),
            new Section("categories", Population.CASES, Dimension.CATEGORY, Dimension.LEVEL),
            new Section("governorates", Population.CASES, Dimension.GOVERNORATE, Dimension.LEVEL),
            new Section("languages", Population.CASES, Dimension.LANGUAGE, Dimension.CHANNEL),
            new Section("channels", Population.CASES, Dimension.CHANNEL, null),
            new Section("people", Population.CASES, Dimension.AGE, Dimension.SEX),
            new Section("categories-sex", Population.CASES, Dimension.CATEGORY, Dimension.SEX),
            new Section("gbv", Population.CASES, Dimension.GBV, null),
            new Section("disability", Population.CASES, Dimension.DISABILITY, null),
            new Section("overrides", Population.CASES, Dimension.LEVEL, Dimension.OVERRIDE),
            new Section("suspicion", Population.CASES, Dimension.SUSPICION, null),
            new Section("contact", Population.CASES, Dimension.CONTACT, null),
            new Section("wish", Population.CASES, Dimension.WISH, null),
            new Section("consent", Population.CASES, Dimension.CONSENT, null),
            new Section("outcomes", Population.CLOSURES, Dimension.OUTCOME, Dimension.LEVEL),
            new Section("reopened", Population.CLOSURES, Dimension.REOPENED, null),
            new Section("follow-ups", Population.CLOSURES, Dimension.FOLLOW_UP, null),
            new Section("rules", Population.RULES, Dimension.RULE, Dimension.OVERRIDE),
            new Section("left", Population.LEFT, Dimension.STAGE, Dimension.LANGUAGE),
            new Section("left-channels", Population.LEFT, Dimension.STAGE, Dimension.CHANNEL),
            new Section("opened", Population.OPENED, Dimension.CHANNEL, null),
            new Section("helped", Population.FEEDBACK, Dimension.HELPED, Dimension.LANGUAGE),
            new Section("felt-safe", Population.FEEDBACK, Dimension.FELT_SAFE, Dimension.LANGUAGE));

    /** What was counted at all when this was released. */
    static List<Section> of(Told told) {
        return REPORT.stream()
                .filter(section -> told.tells(section.population, Set.of(section.rows)))
                .toList();
    }

    /** Its rows alone where the cross is left out. */
    FigureTable table(Told told) {
        boolean crossed = columns != null && told.tells(population, Set.of(rows, columns));
        return FigureTable.of(told, population, rows, crossed ? columns : null);
    }

    String title() {
        return "statistics.table." + id;
    }
}
