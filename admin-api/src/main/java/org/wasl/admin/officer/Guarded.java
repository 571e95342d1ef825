package org.wasl.admin.officer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From whom a case is kept while it is about the security forces: from whoever serves in these places, and from the units
 * of the colleagues it names with everybody above and below them.
 *
 * <p>A unit's code tells its chain of command: its parts are joined by {@code -}, the higher first, so {@code BG-K-2} is
 * under {@code BG-K} and beside {@code BG-K-3}. Capital and small letters are the same. Somebody with neither a place nor
 * a unit written down serves nowhere: nothing is kept from them.
 *
 * @param places codes of governorates as facts hold them
 * @param units codes of units; never an empty one
 */
public record Guarded(Set<String> places, Set<String> units) {
    /** From nobody. */
    public static final Guarded NOTHING = new Guarded(Set.of(), Set.of());

    private static final String JOINED = "-";

    public Guarded {
        places = Set.copyOf(places);
        units = Set.copyOf(units);
    }

    /** This place as well. */
    public Guarded with(@Nullable String place) {
        if (place == null) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(places);
        more.add(place);
        return new Guarded(more, units);
    }

    /** This unit as well; the same with none. */
    public Guarded withUnit(String unit) {
        if (unit.isEmpty()) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(units);
        more.add(unit);
        return new Guarded(places, more);
    }

    /** Whether it is kept from whoever serves there. */
    public boolean from(@Nullable Governorate home, String unit) {
        return home != null
                        && places.stream()
                                .anyMatch(place -> Governorate.of(place)
                                        .filter(home::equals)
                                        .isPresent())
                || inChain(unit, units);
    }

    private static boolean inChain(String unit, Collection<String> of) {
        String own = chain(unit);
        return !unit.isEmpty()
                && of.stream().map(Guarded::chain).anyMatch(one -> one.startsWith(own) || own.startsWith(one));
    }

    private static String chain(String unit) {
        return unit.toUpperCase(Locale.ROOT) + JOINED;
    }

    @Override
    public String toString() {
        return "Guarded[redacted]";
    }
}
