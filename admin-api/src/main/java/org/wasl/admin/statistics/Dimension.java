package org.wasl.admin.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Coding;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.officer.Governorate;
import org.wasl.triage.intake.Stage;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;

/**
 * By what cases are told apart in counts. Closed codes only: no district, no date finer than a month, no free text. What
 * is not here is not counted.
 */
enum Dimension {
    /** Which month of its quarter a case was opened in. Inside the desk only. */
    MONTH("statistics.month.", List.of("1", "2", "3")),
    LEVEL("level.", Arrays.stream(Level.values()).map(Level::wire).toList()),
    CATEGORY("category.", Arrays.stream(Category.values()).map(Enum::name).toList()),
    GOVERNORATE("governorate.", with(Arrays.stream(Governorate.values()).map(Enum::name), Codes.UNKNOWN)),
    LANGUAGE("statistics.language.", List.of("ar", "ckb", "kmr", "en", Codes.OTHER)),
    CHANNEL("channel.", List.of("telegram", "web", "phone", "walk-in", Codes.OTHER)),
    /** Of the one it is about, as the person said. */
    SEX("statistics.sex.", List.of("woman", "man", Codes.UNKNOWN)),
    AGE("statistics.age.", with(ages(), Codes.UNKNOWN)),
    /** As a human coded it. */
    GBV("gbv.", with(Arrays.stream(Coding.GbvType.values()).map(Enum::name), Codes.UNKNOWN)),
    /** Whether a disability or a dependency was told of. */
    DISABILITY("statistics.yes.", List.of("YES", Codes.UNKNOWN)),
    /** Whether a named person took the case in time. */
    ACKNOWLEDGED("statistics.clock.", clocks()),
    /** Whether a human's first message went to the person in time. */
    ANSWERED("statistics.clock.", clocks()),
    /** Whether the first protective step was done in time. */
    ACTED("statistics.clock.", clocks()),
    /** What humans made of the machine's level. */
    OVERRIDE("statistics.override.", List.of("NONE", "RAISED", "LOWERED")),
    /** What became of cases that were urgent by suspicion alone. */
    SUSPICION("statistics.suspicion.", List.of("NONE", "OPEN", "CONFIRMED", "FALSE_ALARM")),
    /** Whether somebody went silent after a sign of danger, and came back. */
    CONTACT("statistics.contact.", List.of("KEPT", "LOST", "RECOVERED")),
    /** What became of a stated wish for a woman officer. */
    WISH("statistics.wish.", List.of("NONE", "OPEN", "HONOURED", "AGREED_OTHERWISE")),
    /** Whether the person agreed that others may be spoken to. */
    CONSENT("statistics.consent.", List.of("GIVEN", "REFUSED", Codes.UNKNOWN)),
    /** How a case ended. Only of cases that are closed. */
    OUTCOME(
            "disposition.",
            Arrays.stream(Handling.Disposition.values()).map(Enum::name).toList()),
    /** Whether it was opened again within thirty days. Only of cases that were closed. */
    REOPENED("statistics.reopened.", List.of("NO", "YES")),
    /** What the last follow-up found. Only of cases that are closed. */
    FOLLOW_UP("statistics.follow-up.", List.of("NONE", "SAFE", "NEEDS_MORE", "NO_ANSWER")),
    /** A rule of triage that fired. Each case stands under each of its rules. */
    RULE("reason.", rules()),
    /** Where a conversation was left before anything was sent, in the order of the way. */
    STAGE("statistics.stage.", stages()),
    /** What was answered: did it help? */
    HELPED("statistics.answer.", List.of("YES", "NO")),
    /** What was answered: did it feel safe? */
    FELT_SAFE("statistics.answer.", List.of("YES", "NO", "NONE"));

    private final String key;
    private final List<String> values;

    Dimension(String key, List<String> values) {
        this.key = key;
        this.values = values;
    }

    /** Every value, in the order a table shows them. */
    public List<String> codes() {
        return values;
    }

    /** The name of a value among the messages. */
    public String key(String value) {
        return this == LEVEL
                ? key + Level.ofWire(value)
                : key + value.replace("<", "under-").replace("+", "-up");
    }

    /** What stands for everything that is not among the values. */
    String unknown() {
        if (values.contains(Codes.UNKNOWN)) {
            return Codes.UNKNOWN;
        }
        return values.contains(Codes.OTHER) ? Codes.OTHER : values.getFirst();
    }

    /** A value of this dimension: what was found if it is one, else what stands for the rest. */
    String coded(@Nullable String found) {
        return found != null && values.contains(found) ? found : unknown();
    }

    private static List<String> with(Stream<String> values, String last) {
        return Stream.concat(values, Stream.of(last)).toList();
    }

    private static List<String> clocks() {
        return Arrays.stream(ClockVerdict.values()).map(Enum::name).toList();
    }

    private static Stream<String> ages() {
        List<String> known = List.of("<9", "9-14", "15-17", "18-24", "25-39", "40-59", "60+");
        if (!FactKey.AGE_BAND.details().containsAll(known)
                || known.size() != FactKey.AGE_BAND.details().size()) {
            throw new IllegalStateException("age bands: " + FactKey.AGE_BAND.details() + " (expected: " + known + ")");
        }
        return known.stream();
    }

    /** Whoever only opened a chat chose no language, and is counted apart. */
    private static List<String> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage != Stage.GREETING)
                .map(Enum::name)
                .toList();
    }

    private static List<String> rules() {
        return IntStream.rangeClosed(1, Codes.RULES)
                .mapToObj(number -> "R%02d".formatted(number))
                .toList();
    }

    /** Codes several dimensions share. Apart, since an enum's own constants are not there yet while it is made. */
    private static final class Codes {
        private static final String UNKNOWN = "UNKNOWN";
        private static final String OTHER = "OTHER";
        private static final int RULES = 44;
    }
}
