package org.wasl.admin.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Suggestion.Point;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.officer.CaseReach;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Specialism;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.report.Level;

/**
 * To whom a case may be given, and who fits best.
 *
 * <p>Never given: to whom the person's stated wish shuts out, unless their own agreement is recorded; to whoever knows a
 * party; to whoever its rules of access keep out. Everything else is weighed. None of it delays a page or a rescue: the
 * ladder calls out whoever is there, and claiming is not being given.
 */
public final class Assignments {
    /** For so long after a case came women stand first where nobody said what they wish. */
    private static final Duration WOMEN_FIRST = Duration.ofMinutes(15);

    private static final Map<String, Gender> WISHES = Map.of("woman", Gender.WOMAN, "man", Gender.MAN);

    /** Nobody has taken it further than that: given to a colleague it is assigned. */
    private static final Set<CaseStatus> GIVEN = EnumSet.of(
            CaseStatus.ACKED, CaseStatus.IN_TRIAGE, CaseStatus.IN_REVIEW, CaseStatus.ASSIGNED, CaseStatus.IN_PROGRESS);

    private final StaffDirectory directory;
    private final HotSet hot;
    private final Clock clock;

    Assignments(StaffDirectory directory, HotSet hot, Clock clock) {
        this.directory = directory;
        this.hot = hot;
        this.clock = clock;
    }

    /** Who on duty could take it, the best first. */
    Suggestions of(Case held) {
        List<StaffMember> able = directory.onDuty().stream()
                .filter(member -> !member.id().equals(held.handling().owner()))
                .filter(member -> forbids(held, member) != CaseChange.Why.NOT_YOURS)
                .filter(member -> !held.ties().apart(member.id()))
                .toList();
        List<StaffMember> fitting =
                able.stream().filter(member -> wishMet(held, member)).toList();
        Map<StaffId, Long> load = load();
        List<Suggestion> people = fitting.stream()
                .map(member -> suggestion(held, member, load.getOrDefault(member.id(), 0L)))
                .sorted(Comparator.comparingInt(Suggestion::weight)
                        .reversed()
                        .thenComparing(one -> load.getOrDefault(one.staff(), 0L))
                        .thenComparing(one -> one.staff().value()))
                .toList();
        return new Suggestions(people, fallback(held, able, people));
    }

    /** Why a case may not be given to somebody; {@code null} when it may. */
    public CaseChange.@Nullable Why forbids(Case held, StaffMember member) {
        if (held.ties().apart(member.id())) {
            return CaseChange.Why.KEPT_APART;
        }
        boolean cleared = !held.conflict()
                || member.role().may(Permission.CONFLICT_READ)
                        && !member.scope().kept(held.guarded());
        boolean reaches = held.conflict() || member.role().reach() != CaseReach.CONFLICT;
        boolean about = member.scope().categories().isEmpty()
                || held.about().stream().anyMatch(member.scope().categories()::contains);
        if (!member.role().may(Permission.CASE_CLAIM) || !cleared || !reaches || !about) {
            return CaseChange.Why.NOT_YOURS;
        }
        return wishMet(held, member) ? null : CaseChange.Why.WISH_NOT_MET;
    }

    /** Why somebody may not be asked to do one thing for a case; {@code null} when they may. */
    public CaseChange.@Nullable Why forbidsHelping(Case held, StaffMember member, boolean withPerson) {
        if (held.ties().apart(member.id())) {
            return CaseChange.Why.KEPT_APART;
        }
        boolean cleared = !held.conflict()
                || held.handling().team().contains(member.id())
                || member.role().may(Permission.CONFLICT_READ)
                        && !member.scope().kept(held.guarded());
        if (!member.role().may(Permission.CASE_NOTE) || !cleared) {
            return CaseChange.Why.NOT_YOURS;
        }
        return !withPerson || wishMet(held, member) ? null : CaseChange.Why.WISH_NOT_MET;
    }

    /** The case with the next who fits on each visit that lost who was to lead it; without one where nobody does. */
    Case visitsPassedOn(Case held) {
        Case next = held;
        for (Visit visit : held.fieldwork().visits()) {
            if (visit.state() == Visit.State.PLANNED && visit.plan().lead() == null) {
                StaffId leads = of(held).people().stream()
                        .filter(one -> one.role().may(Permission.VISIT))
                        .map(Suggestion::staff)
                        .findFirst()
                        .orElse(null);
                if (leads != null) {
                    next = next.joinedBy(Set.of(leads))
                            .worked(next.fieldwork()
                                    .with(visit.planned(visit.plan().going(leads, null))));
                }
            }
        }
        return next;
    }

    /**
     * The case with the next person who fits, or nobody's again. Whoever took it is gone and the next has not said
     * anything yet: an urgent one needs somebody again meanwhile, and its ladder runs beside the question.
     */
    Case passedOn(Case before, StaffId from, Instant now) {
        boolean waits =
                before.needsAcknowledgement() || !before.effectiveLevel().urgent();
        Set<StaffId> asked = asked(before);
        Case held = waits ? before : before.levelled(before.level(), now);
        asked.add(from);
        return of(held).people().stream()
                .map(Suggestion::staff)
                .filter(one -> !asked.contains(one))
                .findFirst()
                .map(one -> offered(held, one, from, now))
                .orElseGet(() -> givenBack(held, now));
    }

    /** The case given to somebody who has to say whether they take it. */
    Case offered(Case held, StaffId to, StaffId from, Instant now) {
        Handling given = held.handling().assignedTo(to);
        Offer offer = new Offer(to, from, now, now.plus(answerWithin(held.effectiveLevel())));
        return held.handled(GIVEN.contains(held.status()) ? given.in(CaseStatus.ASSIGNED) : given)
                .planned(held.agenda().offer(to.equals(from) ? null : offer));
    }

    /** Nobody's again: its clocks run anew and its ladder with them. */
    static Case givenBack(Case held, Instant now) {
        boolean fresh = held.status() == CaseStatus.NEW || held.status() == CaseStatus.REOPENED;
        Handling nobody = held.handling().ownerless();
        return held.handled(fresh ? nobody : nobody.in(CaseStatus.NEW))
                .planned(held.agenda().offer(null))
                .levelled(held.level(), now);
    }

    /** By when somebody says whether they take a case. */
    public static Duration answerWithin(Level level) {
        return switch (level) {
            case L1_IMMEDIATE -> Duration.ofMinutes(2);
            case L2_EMERGENT -> Duration.ofMinutes(30);
            case L3_URGENT -> Duration.ofHours(4);
            case L4_STANDARD, L5_ADVICE -> Duration.ofHours(24);
        };
    }

    private Suggestions.Fallback fallback(Case held, List<StaffMember> able, List<Suggestion> people) {
        if (able.isEmpty()) {
            return Suggestions.Fallback.NOBODY;
        }
        if (people.isEmpty()) {
            return Suggestions.Fallback.NOBODY_AS_WISHED;
        }
        boolean there = people.stream().anyMatch(one -> one.points().contains(Point.SERVES_THERE));
        return wished(held) == null || there ? Suggestions.Fallback.NOT_NEEDED : Suggestions.Fallback.FROM_ELSEWHERE;
    }

    private Suggestion suggestion(Case held, StaffMember member, long load) {
        List<Point> points = new ArrayList<>();
        Card card = Card.of(held);
        points.add(member.languages().contains(card.spoken()) ? Point.READS_LANGUAGE : Point.DOES_NOT_READ_LANGUAGE);
        if (wished(held) != null) {
            points.add(Point.AS_WISHED);
        } else if (womenFirst(held) && member.gender() == Gender.WOMAN) {
            points.add(Point.WOMAN_FIRST);
        }
        points.add(place(member, held.place()));
        if (Closing.minor(held) && member.scope().specialisms().contains(Specialism.CHILD)) {
            points.add(Point.TRAINED_FOR_CHILDREN);
        }
        if (specialist(held, member)) {
            points.add(Point.SPECIALIST);
        }
        int capacity = member.scope().capacity();
        points.add(capacity > 0 && load >= capacity ? Point.FULL : Point.HAS_ROOM);
        if (!member.scope().inShift(clock)) {
            points.add(Point.OUT_OF_HOURS);
        }
        if (member.linked()) {
            points.add(Point.LINKED);
        }
        points.sort(Comparator.comparingInt(Point::weight).reversed());
        int weight = points.stream().mapToInt(Point::weight).sum() - (int) Math.min(load, 6) * 5;
        return new Suggestion(member.id(), member.displayName(), member.role(), points, weight);
    }

    private static Point place(StaffMember member, @Nullable String where) {
        if (member.scope().coversPlace(where)) {
            return Point.SERVES_THERE;
        }
        return Neighbours.of(where).stream().anyMatch(member.scope().governorates()::contains)
                ? Point.NEXT_DOOR
                : Point.ELSEWHERE;
    }

    private static boolean specialist(Case held, StaffMember member) {
        Set<Specialism> trained = member.scope().specialisms();
        return held.about().stream().anyMatch(category -> switch (category) {
            case DV, HBV, SXV, FMR, RUN, TRF -> trained.contains(Specialism.GBV);
            case BLK, CYB -> trained.contains(Specialism.CYBER);
            case CHI -> trained.contains(Specialism.CHILD);
            case SUI -> trained.contains(Specialism.PSYCHOSOCIAL);
            case MIS, THR, DRG, INF, NONE -> false;
        });
    }

    private boolean womenFirst(Case held) {
        return held.effectiveLevel() == Level.L2_EMERGENT
                && clock.instant().isBefore(held.clockFrom().plus(WOMEN_FIRST));
    }

    /** Whom the person wished for; {@code null} where they said nothing, or anybody. */
    static @Nullable Gender wished(Case held) {
        String wish = Card.of(held).preferredOfficer();
        return wish == null ? null : WISHES.get(wish);
    }

    /** A stated wish holds until the person's own word against it is recorded. */
    static boolean wishMet(Case held, StaffMember member) {
        Gender wished = wished(held);
        return wished == null || member.gender() == wished || held.ties().agreement() != null;
    }

    /** Who was asked since the case last needed somebody, and did not take it. */
    private static Set<StaffId> asked(Case held) {
        return held.events().stream()
                .filter(event -> !event.at().isBefore(held.clockFrom()))
                .filter(event ->
                        event.kind() == CaseEvent.Kind.OFFER_DECLINED || event.kind() == CaseEvent.Kind.OFFER_LAPSED)
                .map(event -> event.kind() == CaseEvent.Kind.OFFER_DECLINED ? event.by() : event.text())
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How many open cases each holds. */
    private Map<StaffId, Long> load() {
        return hot.all().stream()
                .filter(HotCase::queued)
                .map(HotCase::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
