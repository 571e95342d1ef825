package org.wasl.admin.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;

/**
 * What binds a case to other cases, and who has to keep away from it.
 *
 * @param apart staff who know somebody in it: they never open it again
 * @param agreement the person's word that somebody else than they wished for may help; {@code null} without it
 * @param pattern other reports point at the same account or number; {@code null} while none does
 * @param named whom of the staff somebody's words may name; {@code null} while they name nobody
 */
public record Ties(
        List<Link> links,
        Set<StaffId> apart,
        @Nullable Agreement agreement,
        @Nullable Pattern pattern,
        @Nullable Named named) {

    static final Ties NONE = new Ties(List.of(), Set.of(), null, null, null);

    public Ties {
        links = List.copyOf(links);
        apart = Set.copyOf(apart);
    }

    /**
     * Another case this one is bound to.
     *
     * @param by a staff id, or {@link CaseEvent#SYSTEM}
     */
    public record Link(Kind kind, CaseNumber to, Instant at, String by) {

        /** How two cases are bound. */
        public enum Kind {
            /** It goes on there; this one is closed. */
            CONTINUES_IN,
            /** What is there was told here as well: that one is closed. */
            HOLDS,
            /** Somebody there searches for the person here. Never merged, and known to supervisors only. */
            SEARCHED_BY,
            /** The person searched for here may be the one there. Known to supervisors only. */
            SEARCHES_FOR,
            /** The same account or number is accused there. */
            SAME_ACCUSED;

            /** Whether only supervisors may know of it. */
            public boolean restricted() {
                return this != CONTINUES_IN && this != HOLDS;
            }
        }
    }

    /** What the person said when nobody they wished for could be had. */
    public record Agreement(StaffId by, String words, Instant at) {
        @Override
        public String toString() {
            return "Agreement[" + at + ", redacted]";
        }
    }

    /**
     * How many reporters point at the same account or number within the time that counts.
     *
     * @param reporters this case's own among them; at least 2
     */
    public record Pattern(int reporters, Instant at) {}

    /**
     * Colleagues whose name stands in what somebody told. They, whoever serves where they do, and their chain of command keep
     * away.
     *
     * @param homes codes of the governorates they serve in
     * @param units codes of their units; a case written before there were any here has none
     */
    public record Named(Set<StaffId> staff, Set<String> homes, Set<String> units) {
        private static final Named NOBODY = new Named(Set.of(), Set.of(), Set.of());

        public Named {
            staff = Set.copyOf(staff);
            homes = Set.copyOf(homes);
            units = units == null ? Set.of() : Set.copyOf(units);
        }

        @Override
        public String toString() {
            return "Named[redacted]";
        }
    }

    /** Where nobody may serve who reads it, once it is about the security forces: where it happens, where the named do. */
    public Guarded guarded(@Nullable String where) {
        return (named == null ? Guarded.NOTHING : new Guarded(named.homes(), named.units())).with(where);
    }

    /** With these among the named, who keep away from it. The same when they were named before. */
    Ties naming(Collection<StaffMember> found) {
        Named before = named == null ? Named.NOBODY : named;
        Set<StaffId> staff = new LinkedHashSet<>(before.staff());
        Guarded where = new Guarded(before.homes(), before.units());
        for (StaffMember one : found) {
            staff.add(one.id());
            Governorate home = one.scope().home();
            where = where.with(home == null ? null : home.iso())
                    .withUnit(one.scope().unit());
        }
        Named more = new Named(staff, where.places(), where.units());
        if (staff.isEmpty() || more.equals(named)) {
            return this;
        }
        Set<StaffId> away = new LinkedHashSet<>(apart);
        away.addAll(staff);
        return new Ties(links, away, agreement, pattern, more);
    }

    /** Whether it is bound to that case in that way. */
    boolean bound(Link.Kind kind, CaseNumber to) {
        return links.stream().anyMatch(link -> link.kind() == kind && link.to().equals(to));
    }

    /** The case it goes on in; empty for one that stands by itself. */
    public Optional<Link> continuesIn() {
        // Asked of every open case each time somebody opens the queue: a stream here was 40 % of what a page costs.
        for (Link link : links) {
            if (link.kind() == Link.Kind.CONTINUES_IN) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** Standing by itself again. */
    Ties freed() {
        return new Ties(
                links.stream()
                        .filter(link -> link.kind() != Link.Kind.CONTINUES_IN)
                        .toList(),
                apart,
                agreement,
                pattern,
                named);
    }

    /** Bound no longer to a case that is gone. */
    Ties without(CaseNumber gone) {
        return new Ties(
                links.stream().filter(link -> !link.to().equals(gone)).toList(), apart, agreement, pattern, named);
    }

    public boolean apart(StaffId who) {
        return apart.contains(who);
    }

    Ties linked(Link link) {
        List<Link> more = new ArrayList<>(links);
        more.removeIf(one -> one.kind() == link.kind() && one.to().equals(link.to()));
        more.add(link);
        return new Ties(more, apart, agreement, pattern, named);
    }

    Ties keeping(StaffId away) {
        Set<StaffId> more = new LinkedHashSet<>(apart);
        more.add(away);
        return new Ties(links, more, agreement, pattern, named);
    }

    Ties agreed(Agreement given) {
        return new Ties(links, apart, given, pattern, named);
    }

    Ties pattern(Pattern seen) {
        return new Ties(links, apart, agreement, seen, named);
    }

    @Override
    public String toString() {
        return "Ties[" + links.size() + " links, redacted]";
    }
}
