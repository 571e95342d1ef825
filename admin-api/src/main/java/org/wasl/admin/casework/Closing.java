package org.wasl.admin.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Role;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;

/**
 * How a case may end. Each end names what has to be there before it, and which ends take two people:
 *
 * <ul>
 *   <li>a mediated pledge needs the person's consent to speak with others; where a threat to kill, honour, forced marriage,
 *       sexual violence, strangling, an attempt or a minor is known it is shut, and only a supervisor with a reason and a
 *       second person opens it, since mediation has killed;
 *   <li>a return to the family needs a private interview, a look at the risk, two people and a follow-up within two days;
 *   <li>"not genuine" takes two people;
 *   <li>"no contact" needs as many attempts as the settings say, and from L1 and L2 a supervisor;
 *   <li>what was withdrawn was looked at for pressure, and takes two people where the case is urgent, of a minor, or
 *       somebody reads the phone;
 *   <li>a death or a harm waits for the meeting's review;
 *   <li>a duplicate ends by being joined with the other case, not here.
 * </ul>
 */
public final class Closing {
    private static final Set<FactKey> NO_PLEDGE = EnumSet.of(
            FactKey.THREAT_TO_KILL,
            FactKey.HONOUR_THREAT,
            FactKey.FORCED_MARRIAGE,
            FactKey.MARRIAGE_EVENT,
            FactKey.SEXUAL_VIOLENCE,
            FactKey.STRANGLED,
            FactKey.WEAPON_USED_OR_SHOWN,
            FactKey.ATTEMPT_TODAY,
            FactKey.MINOR);
    private static final Set<Category> NO_PLEDGE_ABOUT =
            EnumSet.of(Category.HBV, Category.FMR, Category.SXV, Category.CHI);

    private static final Set<String> UNDER_AGE = Set.of("<9", "9-14", "15-17");

    private Closing() {}

    /** What was done before, as the one who closes says. */
    public enum Check {
        /** The person was spoken to alone. */
        PRIVATE_INTERVIEW,
        RISK_ASSESSED,
        /** It was made sure that nobody made them take it back. */
        NO_PRESSURE
    }

    /** What an end asks for: why not, or whether a second person has to agree. */
    record Gate(CaseChange.@Nullable Why refused, boolean second) {
        private static final Gate OPEN = new Gate(null, false);
        private static final Gate SECOND = new Gate(null, true);

        private static Gate shut(CaseChange.Why why) {
            return new Gate(why, false);
        }
    }

    static Gate gate(CurrentStaff staff, Case held, Handling.Disposition how, Set<Check> checks, int attempts) {
        boolean supervisor = staff.role() == Role.SUPERVISOR;
        return switch (how) {
            case SAFE_CONFIRMED_BY_REPORTER,
                    SERVICE_DELIVERED,
                    REFERRED_ACCEPTED,
                    CONTENT_REMOVED,
                    ACCOUNT_SECURED,
                    LEGAL_CASE_OPENED,
                    OUT_OF_SCOPE_REFERRED,
                    DECEASED,
                    HARMED -> Gate.OPEN;
            case NOT_GENUINE -> Gate.SECOND;
            case DUPLICATE -> Gate.shut(CaseChange.Why.NOT_ALLOWED);
            case NO_CONTACT_AFTER_N -> {
                if (attempts(held) < attempts) {
                    yield Gate.shut(CaseChange.Why.NOT_READY);
                }
                yield held.effectiveLevel().urgent() && !supervisor ? Gate.shut(CaseChange.Why.NOT_ALLOWED) : Gate.OPEN;
            }
            case REPORTER_WITHDREW -> {
                if (!checks.contains(Check.NO_PRESSURE)) {
                    yield Gate.shut(CaseChange.Why.NOT_READY);
                }
                yield held.effectiveLevel().urgent() || minor(held) || known(held, FactKey.ABUSER_READS_PHONE)
                        ? Gate.SECOND
                        : Gate.OPEN;
            }
            case MEDIATED_PLEDGE -> {
                if (!consented(held, "contact")) {
                    yield Gate.shut(CaseChange.Why.NOT_READY);
                }
                if (!pledgeForbidden(held)) {
                    yield Gate.OPEN;
                }
                yield supervisor ? Gate.SECOND : Gate.shut(CaseChange.Why.TOO_DANGEROUS);
            }
            case RETURNED_TO_FAMILY ->
                checks.containsAll(Set.of(Check.PRIVATE_INTERVIEW, Check.RISK_ASSESSED)) && FollowUps.wished(held)
                        ? Gate.SECOND
                        : Gate.shut(CaseChange.Why.NOT_READY);
        };
    }

    /** The step of closing, or of asking a second person. */
    static Step step(
            CurrentStaff staff,
            Case held,
            Handling.Disposition how,
            String reason,
            Set<Check> checks,
            Instant now,
            CaseworkSettings settings) {
        if (!held.status().open()) {
            return Step.no(CaseChange.Why.NOT_FROM_HERE);
        }
        if (held.fieldwork().out()) {
            return Step.no(CaseChange.Why.NOT_READY);
        }
        Gate gate = gate(staff, held, how, checks, settings.contactAttempts());
        if (gate.refused() != null) {
            return Step.no(gate.refused());
        }
        String said = said(how, checks, reason);
        if (gate.second()) {
            ClosureRequest asked = new ClosureRequest(how, said, staff.id(), now);
            return Step.waits(
                    held.planned(held.agenda().closing(asked)), CaseEvent.Kind.CLOSURE_ASKED, said, Act.CASE_CHANGED);
        }
        return Step.to(closed(held, how, now), CaseEvent.Kind.CLOSED, said, Act.CASE_CLOSED);
    }

    /** Ended, with the follow-ups its end asks for; nothing waits for anybody any more. */
    static Case closed(Case held, Handling.Disposition how, Instant now) {
        Agenda agenda = held.agenda().closing(null).offer(null).parking(null);
        boolean harmed = how == Handling.Disposition.DECEASED || how == Handling.Disposition.HARMED;
        boolean planned = agenda.nextFollowUp().isPresent();
        List<FollowUp> looks =
                how == Handling.Disposition.RETURNED_TO_FAMILY ? FollowUps.soon(held, now) : FollowUps.of(held, now);
        Agenda after =
                (followed(held, how) && !planned ? agenda.followUps(looks) : agenda).review(agenda.review() || harmed);
        return held.handled(held.handling().in(CaseStatus.CLOSED).ended(how).lowering(null))
                .worked(held.fieldwork().calledOff(null, now))
                .planned(
                        nobodyLeft(how)
                                ? after.followUps(after.followUps().stream()
                                        .filter(one -> !one.open())
                                        .toList())
                                : after);
    }

    /** L1 to L3 are followed up, and whoever went back to the family at every level. */
    private static boolean followed(Case held, Handling.Disposition how) {
        boolean helped = switch (how) {
            case SAFE_CONFIRMED_BY_REPORTER,
                    SERVICE_DELIVERED,
                    REFERRED_ACCEPTED,
                    CONTENT_REMOVED,
                    ACCOUNT_SECURED,
                    LEGAL_CASE_OPENED,
                    MEDIATED_PLEDGE,
                    RETURNED_TO_FAMILY,
                    HARMED -> true;
            case REPORTER_WITHDREW, NO_CONTACT_AFTER_N, OUT_OF_SCOPE_REFERRED, DUPLICATE, NOT_GENUINE, DECEASED ->
                false;
        };
        return helped
                && (how == Handling.Disposition.RETURNED_TO_FAMILY
                        || held.effectiveLevel().atLeastAsSevereAs(Level.L3_URGENT));
    }

    /** Ends after which nobody is looked for: who took it back is left in peace. */
    private static boolean nobodyLeft(Handling.Disposition how) {
        return switch (how) {
            case REPORTER_WITHDREW, NOT_GENUINE, DUPLICATE, DECEASED -> true;
            case SAFE_CONFIRMED_BY_REPORTER,
                    SERVICE_DELIVERED,
                    REFERRED_ACCEPTED,
                    CONTENT_REMOVED,
                    ACCOUNT_SECURED,
                    LEGAL_CASE_OPENED,
                    NO_CONTACT_AFTER_N,
                    OUT_OF_SCOPE_REFERRED,
                    HARMED,
                    MEDIATED_PLEDGE,
                    RETURNED_TO_FAMILY -> false;
        };
    }

    private static String said(Handling.Disposition how, Set<Check> checks, String reason) {
        return checks.isEmpty()
                ? how.name() + ": " + reason
                : how.name() + " " + EnumSet.copyOf(checks) + ": " + reason;
    }

    /** How often staff wrote since the person's last word. */
    private static long attempts(Case held) {
        Instant last = held.reports().stream()
                .map(report -> report.latest().at())
                .max(Instant::compareTo)
                .orElse(held.opened());
        return held.replies().stream().filter(reply -> reply.at().isAfter(last)).count();
    }

    /**
     * Whether what is known forbids that anybody of the police settles it with the family. Mediation has killed.
     */
    public static boolean pledgeForbidden(Case held) {
        return minor(held)
                || NO_PLEDGE.stream().anyMatch(fact -> known(held, fact))
                || held.about().stream().anyMatch(NO_PLEDGE_ABOUT::contains);
    }

    /** Whether somebody under eighteen is concerned. */
    public static boolean minor(Case held) {
        return held.reports().stream()
                .map(report -> report.assessment().facts())
                .anyMatch(Closing::minor);
    }

    private static boolean minor(Facts facts) {
        return facts.holds(FactKey.MINOR)
                || facts.observations(FactKey.AGE_BAND).stream()
                        .anyMatch(fact -> fact.detail() != null && UNDER_AGE.contains(fact.detail()));
    }

    /** Whether any of its reports tells of it, suspected or said. */
    public static boolean known(Case held, FactKey fact) {
        return held.reports().stream()
                .anyMatch(report -> report.assessment().facts().holds(fact));
    }

    /** Whether the person agreed to this, by their last word about it. */
    public static boolean consented(Case held, String scope) {
        return Consents.standing(held, Set.of(scope)).isPresent();
    }
}
