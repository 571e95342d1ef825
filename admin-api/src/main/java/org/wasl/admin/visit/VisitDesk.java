package org.wasl.admin.visit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Step;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.fieldwork.VisitPlan;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/** Plans visits, lets them go ahead and calls them off. Who is out there reports to {@link OutThere}. */
final class VisitDesk {
    private final CaseDecisions decisions;
    private final VisitRules rules;
    private final VisitSettings settings;
    private final SecureRandom random;

    VisitDesk(CaseDecisions decisions, VisitRules rules, VisitSettings settings, SecureRandom random) {
        this.decisions = decisions;
        this.rules = rules;
        this.settings = settings;
        this.random = random;
    }

    /** Plans a visit. Whoever goes joins the case's team with that; a rescue at once is let go ahead with it. */
    public CaseChange plan(
            CurrentStaff staff, CaseNumber number, VisitPlan plan, @Nullable Long edition, @Nullable String key) {
        return decisions.keyed("visit/plan", key).decide(staff, number, edition, Permission.VISIT, (held, now) -> {
            if (held.fieldwork().visits().size() >= settings.visits()) {
                return Step.no(CaseChange.Why.TOO_MANY);
            }
            CaseChange.Why why = rules.forbids(staff, held, plan, now);
            return why != null
                    ? Step.no(why)
                    : planned(held, Visit.planned(newId(random), wished(held, plan), staff.id(), now), staff);
        });
    }

    /** Plans it otherwise: it is to be let go ahead anew. Only before anybody set out. */
    public CaseChange change(CurrentStaff staff, CaseNumber number, String id, VisitPlan plan, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.VISIT, onVisit(id, (held, visit, now) -> {
            if (visit.state() != Visit.State.PLANNED && visit.state() != Visit.State.APPROVED) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            CaseChange.Why why = rules.forbids(staff, held, plan, now);
            return why != null ? Step.no(why) : planned(held, visit.planned(wished(held, plan)), staff);
        }));
    }

    private VisitPlan wished(Case held, VisitPlan plan) {
        return new VisitPlan(
                plan.purpose(),
                plan.basis(),
                plan.lead(),
                plan.second(),
                plan.standby(),
                plan.from(),
                plan.until(),
                plan.stay(),
                (int) settings.late().toMinutes(),
                plan.place(),
                plan.cover(),
                plan.word(),
                plan.plainClothes(),
                plan.plainCar(),
                plan.interpreter(),
                rules.asWished(held, plan),
                plan.reason());
    }

    private static Step planned(Case held, Visit visit, CurrentStaff staff) {
        boolean atOnce = VisitRules.atOnce(visit.plan());
        Visit kept = atOnce ? visit.approved(staff.id()) : visit;
        return Step.to(
                held.joinedBy(visit.plan().officers()).worked(held.fieldwork().with(kept)),
                CaseEvent.Kind.VISIT_PLANNED,
                visit.plan().purpose() + " " + visit.plan().basis(),
                atOnce ? Act.VISIT_APPROVED : Act.VISIT_PLANNED);
    }

    /** Lets it go ahead. A supervisor does, who does not go themselves; in the gravest ones another than who planned it. */
    public CaseChange approve(CurrentStaff staff, CaseNumber number, String id, @Nullable Long edition) {
        return decisions.decide(staff, number, edition, Permission.VISIT, onVisit(id, (held, visit, now) -> {
            if (!staff.may(Permission.CASE_ASSIGN)) {
                return Step.no(CaseChange.Why.NOT_ALLOWED);
            }
            if (visit.state() != Visit.State.PLANNED) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            boolean own = visit.plan().officers().contains(staff.id())
                    || visit.plannedBy().equals(staff.id()) && VisitRules.takesAnother(held, visit.plan());
            if (own) {
                return Step.no(CaseChange.Why.NEEDS_ANOTHER_PERSON);
            }
            CaseChange.Why why = rules.forbids(staff, held, visit.plan(), now);
            return why != null
                    ? Step.no(why)
                    : Step.to(
                            held.worked(held.fieldwork().with(visit.approved(staff.id()))),
                            CaseEvent.Kind.VISIT_APPROVED,
                            null,
                            Act.VISIT_APPROVED);
        }));
    }

    /** Calls it off, before it began or while they are on their way. Who is there already checks out instead. */
    public CaseChange cancel(CurrentStaff staff, CaseNumber number, String id, String reason, @Nullable Long edition) {
        return decisions.decideWithReason(
                staff, number, edition, Permission.VISIT, reason, onVisit(id, (held, visit, now) -> {
                    if (visit.state().over() || visit.state() == Visit.State.THERE) {
                        return Step.no(CaseChange.Why.NOT_FROM_HERE);
                    }
                    Visit off =
                            visit.ended(Visit.State.CANCELLED, new Visit.End(null, Set.of(), reason, staff.id(), now));
                    return Step.to(
                            held.worked(held.fieldwork().with(off)),
                            CaseEvent.Kind.VISIT_CANCELLED,
                            reason,
                            Act.VISIT_CANCELLED);
                }));
    }

    private interface OnVisit {
        Step apply(Case held, Visit visit, Instant now);
    }

    private static BiFunction<Case, Instant, Step> onVisit(String id, OnVisit step) {
        return (held, now) -> held.fieldwork()
                .visit(id)
                .map(visit -> step.apply(held, visit, now))
                .orElseGet(() -> Step.no(new CaseChange.Missing()));
    }

    static String newId(SecureRandom random) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
