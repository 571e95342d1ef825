package org.wasl.admin.statistics;

import static org.wasl.admin.statistics.Dimension.ACKNOWLEDGED;
import static org.wasl.admin.statistics.Dimension.ACTED;
import static org.wasl.admin.statistics.Dimension.AGE;
import static org.wasl.admin.statistics.Dimension.ANSWERED;
import static org.wasl.admin.statistics.Dimension.CATEGORY;
import static org.wasl.admin.statistics.Dimension.CHANNEL;
import static org.wasl.admin.statistics.Dimension.CONSENT;
import static org.wasl.admin.statistics.Dimension.CONTACT;
import static org.wasl.admin.statistics.Dimension.DISABILITY;
import static org.wasl.admin.statistics.Dimension.FELT_SAFE;
import static org.wasl.admin.statistics.Dimension.FOLLOW_UP;
import static org.wasl.admin.statistics.Dimension.GBV;
import static org.wasl.admin.statistics.Dimension.GOVERNORATE;
import static org.wasl.admin.statistics.Dimension.HELPED;
import static org.wasl.admin.statistics.Dimension.LANGUAGE;
import static org.wasl.admin.statistics.Dimension.LEVEL;
import static org.wasl.admin.statistics.Dimension.MONTH;
import static org.wasl.admin.statistics.Dimension.OUTCOME;
import static org.wasl.admin.statistics.Dimension.OVERRIDE;
import static org.wasl.admin.statistics.Dimension.REOPENED;
import static org.wasl.admin.statistics.Dimension.RULE;
import static org.wasl.admin.statistics.Dimension.SEX;
import static org.wasl.admin.statistics.Dimension.STAGE;
import static org.wasl.admin.statistics.Dimension.SUSPICION;
import static org.wasl.admin.statistics.Dimension.WISH;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is counted, and in which crosses it is told. The crosses are a closed list: what is not in it cannot be asked
 * for, so that a release can be proven safe as a whole. None is of more than three dimensions, and none has category,
 * governorate and age together.
 */
enum Population {
    /** Cases opened in the quarter. */
    CASES(List.of(
            Set.of(MONTH, LEVEL),
            Set.of(LEVEL, CATEGORY),
            Set.of(LEVEL, GOVERNORATE),
            Set.of(LEVEL, LANGUAGE),
            Set.of(LEVEL, CHANNEL),
            Set.of(LEVEL, SEX),
            Set.of(LEVEL, AGE),
            Set.of(LEVEL, ACKNOWLEDGED),
            Set.of(LEVEL, ANSWERED),
            Set.of(LEVEL, ACTED),
            Set.of(LEVEL, OVERRIDE),
            Set.of(CATEGORY, GOVERNORATE),
            Set.of(CATEGORY, LANGUAGE),
            Set.of(CATEGORY, CHANNEL),
            Set.of(CATEGORY, SEX),
            Set.of(CATEGORY, AGE),
            Set.of(GOVERNORATE, LANGUAGE),
            Set.of(GOVERNORATE, CHANNEL),
            Set.of(GOVERNORATE, SEX),
            Set.of(GOVERNORATE, AGE),
            Set.of(GOVERNORATE, ACKNOWLEDGED),
            Set.of(LANGUAGE, CHANNEL),
            Set.of(LANGUAGE, SEX),
            Set.of(LANGUAGE, AGE),
            Set.of(LANGUAGE, ACKNOWLEDGED),
            Set.of(CHANNEL, SEX),
            Set.of(CHANNEL, AGE),
            Set.of(SEX, AGE),
            Set.of(CATEGORY, SEX, AGE),
            Set.of(LEVEL, CATEGORY, GOVERNORATE),
            Set.of(GBV),
            Set.of(DISABILITY),
            Set.of(SUSPICION),
            Set.of(CONTACT),
            Set.of(WISH),
            Set.of(CONSENT))),
    /** Cases closed in the quarter, whenever they were opened. */
    CLOSURES(List.of(Set.of(LEVEL, OUTCOME), Set.of(CATEGORY, OUTCOME), Set.of(REOPENED), Set.of(FOLLOW_UP))),
    /** Rules that fired in cases opened in the quarter: a case stands under each of its rules. */
    RULES(List.of(Set.of(RULE, OVERRIDE))),
    /** Conversations that ended before anything was sent, a language being chosen. Those that sent something are cases. */
    LEFT(List.of(Set.of(STAGE, LANGUAGE), Set.of(STAGE, CHANNEL), Set.of(LANGUAGE, CHANNEL))),
    /** Chats that were opened, and no language was chosen. */
    OPENED(List.of(Set.of(CHANNEL))),
    /** Answers to the two questions about the help. */
    FEEDBACK(List.of(Set.of(HELPED, FELT_SAFE), Set.of(HELPED, LANGUAGE), Set.of(FELT_SAFE, LANGUAGE)));

    private final List<Set<Dimension>> tables;

    Population(List<Set<Dimension>> tables) {
        this.tables = tables;
    }

    /** The widest crosses that are told; whatever they add up to is told too. */
    List<Set<Dimension>> tables() {
        return tables;
    }

    /** Whether a table of exactly these may be told. */
    boolean tells(Set<Dimension> dimensions) {
        return tables.stream().anyMatch(table -> table.containsAll(dimensions));
    }

    /** @param told some of {@link #tables} */
    Tally tally(Counted counted, Quarter quarter, List<Set<Dimension>> told) {
        Tally tally = new Tally(told);
        for (CodedCase one : counted.cases()) {
            counted(one, quarter).forEach(tally::count);
        }
        counted.chats().stream()
                .filter(chats -> chats.quarter().equals(quarter))
                .flatMap(chats -> chats.counts().stream())
                .filter(count -> count.of() == this)
                .forEach(count -> tally.count(count.codes(), count.times()));
        return tally;
    }

    private List<Map<Dimension, String>> counted(CodedCase one, Quarter quarter) {
        return switch (this) {
            case CASES -> one.opened().equals(quarter) ? List.of(settled(one.codes())) : List.of();
            case CLOSURES -> quarter.equals(one.closed()) ? List.of(one.codes()) : List.of();
            case RULES -> one.opened().equals(quarter) ? rules(one) : List.of();
            case LEFT, OPENED, FEEDBACK -> List.of();
        };
    }

    /** A quarter is released after the longest clock: what runs still was missed. */
    private static Map<Dimension, String> settled(Map<Dimension, String> codes) {
        Map<Dimension, String> settled = new EnumMap<>(codes);
        CodedCase.CLOCKS.forEach(clock -> settled.computeIfPresent(
                clock,
                (which, verdict) ->
                        verdict.equals(ClockVerdict.RUNNING.name()) ? ClockVerdict.MISSED.name() : verdict));
        return settled;
    }

    private static List<Map<Dimension, String>> rules(CodedCase one) {
        List<Map<Dimension, String>> rules = new ArrayList<>();
        for (String rule : one.rules()) {
            rules.add(Map.of(RULE, rule, OVERRIDE, one.codes().getOrDefault(OVERRIDE, OVERRIDE.unknown())));
        }
        return rules;
    }
}
