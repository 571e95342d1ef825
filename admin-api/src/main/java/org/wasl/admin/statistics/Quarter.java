package org.wasl.admin.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Scope;

/** Three months of a year, by the country's clock. Nothing shorter is told to donors. */
record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final int MONTHS = 3;
    private static final int IN_A_YEAR = 4;
    private static final Pattern WRITTEN = Pattern.compile("(20[0-9]{2})-Q([1-4])");

    public Quarter {
        if (number < 1 || number > IN_A_YEAR || year < 2000 || year > 2099) {
            throw new IllegalArgumentException(
                    "quarter: " + year + "-" + number + " (expected: 1 to 4 of 2000 to 2099)");
        }
    }

    static Quarter of(Instant at) {
        YearMonth month = YearMonth.from(at.atZone(Scope.ZONE));
        return new Quarter(month.getYear(), (month.getMonthValue() - 1) / MONTHS + 1);
    }

    /** Reads {@code 2026-Q3}. */
    static Optional<Quarter> read(@Nullable String written) {
        Matcher matcher = WRITTEN.matcher(written == null ? "" : written);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Which of its months, 1 to 3, an instant lies in. */
    static int monthOf(Instant at) {
        return (at.atZone(Scope.ZONE).getMonthValue() - 1) % MONTHS + 1;
    }

    LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    /** The first moment that is no longer of it. */
    Instant end() {
        return firstDay().plusMonths(MONTHS).atStartOfDay(Scope.ZONE).toInstant();
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(year * IN_A_YEAR + number, other.year * IN_A_YEAR + other.number);
    }

    /** {@code 2026-Q3}. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
