package org.wasl.admin.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.report.Category;

/**
 * For which part of the work somebody is there. Says nothing of what they may do: that is their role's.
 *
 * @param governorates where they may take cases; none means nowhere
 * @param languages language codes they read and write: {@code ar}, {@code ckb}, {@code kmr}, {@code en}
 * @param categories the only categories they work on; none written down means all
 * @param specialisms what they were trained for
 * @param gender a hard constraint when the citizen stated a wish
 * @param shift their usual hours; {@code null} when they have none
 * @param capacity open cases they should hold at most; 0 says nothing
 * @param absentUntil their first day back; {@code null} when they are not away
 * @param home the governorate they serve in, which keeps them from cases about their own; {@code null} for none
 * @param unit the code of their unit, in the same use ({@link Guarded} says how it tells its chain of command); empty for
 *     none
 */
public record Scope(
        Set<Governorate> governorates,
        Set<String> languages,
        Set<Category> categories,
        Set<Specialism> specialisms,
        Gender gender,
        @Nullable Shift shift,
        int capacity,
        @Nullable LocalDate absentUntil,
        @Nullable Governorate home,
        String unit) {
    /** Day parts, shifts and absences are of this place, wherever the desk's machine stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    /** The languages the desk works in. */
    public static final Set<String> LANGUAGES = Set.of("ar", "ckb", "kmr", "en");

    static final int MOST_CASES = 500;

    /** Nowhere and in no language: what nobody has written anything about. */
    public static final Scope NONE =
            new Scope(Set.of(), Set.of(), Set.of(), Set.of(), Gender.UNSTATED, null, 0, null, null, "");

    public Scope {
        governorates = Set.copyOf(governorates);
        languages = Set.copyOf(languages);
        categories = Set.copyOf(categories);
        specialisms = Set.copyOf(specialisms);
        if (!LANGUAGES.containsAll(languages)) {
            throw new IllegalArgumentException("scope languages: (expected: of ar, ckb, kmr, en)");
        }
        if (capacity < 0 || capacity > MOST_CASES) {
            throw new IllegalArgumentException("scope capacity: " + capacity + " (expected: 0 to " + MOST_CASES + ")");
        }
        if (!unit.matches("[A-Za-z0-9-]{0,24}")) {
            throw new IllegalArgumentException("scope unit: (expected: at most 24 of A-Z, a-z, 0-9 and -)");
        }
    }

    /** Everywhere, in these languages. */
    public static Scope everywhere(String... languages) {
        return NONE.in(Set.of(Governorate.values())).speaking(languages);
    }

    /** All of these territories, in these languages. */
    public static Scope of(Collection<Territory> territories, Collection<String> languages, Gender gender) {
        return NONE.in(territories.stream()
                        .flatMap(one -> Governorate.of(one).stream())
                        .collect(Collectors.toSet()))
                .speaking(languages.toArray(String[]::new))
                .of(gender);
    }

    /**
     * Whether a case is in somebody's part of the work. A place nobody named is in everybody's: it must not fall between
     * two governorates.
     *
     * @param where the governorate's code as facts hold it; {@code null} while it is not known
     * @param about what the case is about, all of it; one of them is enough
     */
    public boolean covers(@Nullable String where, Collection<Category> about) {
        return coversPlace(where) && (categories.isEmpty() || about.stream().anyMatch(categories::contains));
    }

    /** Whether a place is in their part. What is not a governorate's code is in everybody's. */
    public boolean coversPlace(@Nullable String where) {
        return Governorate.of(where).map(governorates::contains).orElse(true);
    }

    /** Whether they serve where nobody may read a case about the security forces, or in that chain of command. */
    public boolean kept(Guarded guarded) {
        return guarded.from(home, unit);
    }

    /** Whose ground their governorates are on. */
    public Set<Territory> territories() {
        return governorates.stream().map(Governorate::territory).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they are away on this day. */
    public boolean absentOn(LocalDate day) {
        return absentUntil != null && day.isBefore(absentUntil);
    }

    /** Whether they are away now. */
    public boolean absent(Clock clock) {
        return absentOn(LocalDate.ofInstant(clock.instant(), ZONE));
    }

    /** Whether now is in their hours; somebody without hours is never out of them. */
    public boolean inShift(Clock clock) {
        return shift == null || shift.covers(LocalTime.ofInstant(clock.instant(), ZONE));
    }

    public Scope in(Set<Governorate> others) {
        return new Scope(others, languages, categories, specialisms, gender, shift, capacity, absentUntil, home, unit);
    }

    public Scope speaking(String... others) {
        return new Scope(
                governorates,
                Set.of(others),
                categories,
                specialisms,
                gender,
                shift,
                capacity,
                absentUntil,
                home,
                unit);
    }

    public Scope of(Gender other) {
        return new Scope(
                governorates, languages, categories, specialisms, other, shift, capacity, absentUntil, home, unit);
    }

    public Scope only(Set<Category> others) {
        return new Scope(
                governorates, languages, others, specialisms, gender, shift, capacity, absentUntil, home, unit);
    }

    public Scope trainedFor(Set<Specialism> others) {
        return new Scope(governorates, languages, categories, others, gender, shift, capacity, absentUntil, home, unit);
    }

    public Scope holding(int most) {
        return new Scope(
                governorates, languages, categories, specialisms, gender, shift, most, absentUntil, home, unit);
    }

    public Scope absentUntil(@Nullable LocalDate back) {
        return new Scope(governorates, languages, categories, specialisms, gender, shift, capacity, back, home, unit);
    }

    public Scope servingIn(@Nullable Governorate place, String otherUnit) {
        return new Scope(
                governorates,
                languages,
                categories,
                specialisms,
                gender,
                shift,
                capacity,
                absentUntil,
                place,
                otherUnit);
    }
}
