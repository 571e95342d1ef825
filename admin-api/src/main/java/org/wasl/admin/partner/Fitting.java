package org.wasl.admin.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wasl.admin.casework.Card;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.Closing;
import org.wasl.admin.casework.Consents;
import org.wasl.admin.officer.Territory;
import org.wasl.admin.referral.Basis;

/**
 * Which partners fit a case, with reasons. Only those that can do something about its matters, serve its place and take
 * the person are named; a suggestion of police or a security service is never made where the accused may be one of them.
 */
final class Fitting {
    /** The label under which the chat asks whether it may be passed to the Region's directorate, and to nobody else. */
    private static final String REGIONS_DIRECTORATE = " region.pass-on ";

    private Fitting() {}

    /** Those that fit, the best first. */
    static List<Fit> of(Case held, Collection<PartnerEntry> directory, LocalDate today) {
        Set<PartnerKind> kinds = kinds(held);
        return directory.stream()
                .filter(entry -> !entry.partner().retired())
                .filter(entry -> kinds.contains(entry.partner().profile().kind()))
                .filter(entry ->
                        !held.conflict() || entry.partner().profile().kind().helps())
                .filter(entry -> entry.partner().profile().serves(held.place()))
                .filter(entry -> takes(entry.partner().profile(), Closing.minor(held)))
                .map(entry -> fit(held, entry, today))
                .sorted(Comparator.comparing(Fit::warned)
                        .thenComparing(Comparator.comparingInt(Fit::weight).reversed())
                        .thenComparing(fit -> fit.entry().id()))
                .toList();
    }

    /** How one partner fits, whether it is suggested or not. */
    static Fit fit(Case held, PartnerEntry entry, LocalDate today) {
        Partner partner = entry.partner();
        PartnerProfile profile = partner.profile();
        Basis.Agreed consent = consent(held, entry).orElse(null);
        List<Fit.Point> points = new ArrayList<>();
        if (kinds(held).contains(profile.kind())) {
            points.add(Fit.Point.FOR_THIS);
        }
        if (held.place() == null) {
            points.add(Fit.Point.PLACE_UNKNOWN);
        } else if (profile.serves(held.place())) {
            points.add(Fit.Point.SERVES_THERE);
        }
        points.add(who(profile, Closing.minor(held)));
        points.add(
                profile.languages().contains(Card.of(held).spoken())
                        ? Fit.Point.SPEAKS_LANGUAGE
                        : Fit.Point.LANGUAGE_NOT_KNOWN);
        if (profile.allDay()) {
            points.add(Fit.Point.ALL_DAY);
        }
        points.add(consent == null ? Fit.Point.NOT_ASKED : Fit.Point.AGREED);
        if (partner.contact() == null) {
            points.add(Fit.Point.NO_CONTACT);
        } else if (partner.verifiedOn() == null) {
            points.add(Fit.Point.NEVER_VERIFIED);
        } else if (partner.overdue(today)) {
            points.add(Fit.Point.OVERDUE);
        }
        points.sort(Comparator.comparingInt(Fit.Point::weight).reversed());
        return new Fit(
                entry, points, points.stream().mapToInt(Fit.Point::weight).sum(), consent);
    }

    /** The consent by which a case may go to a partner; empty where the person has to be asked. */
    static Optional<Basis.Agreed> consent(Case held, PartnerEntry entry) {
        PartnerProfile profile = entry.partner().profile();
        Optional<Basis.Agreed> any =
                Consents.toPartner(held, entry.id(), !profile.kind().helps());
        boolean directorate = profile.kind() == PartnerKind.FAMILY_PROTECTION && profile.of(Territory.KRI);
        return any.filter(agreed -> agreed.textVersion().contains(REGIONS_DIRECTORATE))
                                .isPresent()
                        && !directorate
                ? Consents.toPartner(held, entry.id(), true)
                : any;
    }

    private static Set<PartnerKind> kinds(Case held) {
        return held.about().stream()
                .flatMap(matter -> PartnerKind.about(matter).stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static boolean takes(PartnerProfile profile, boolean minor) {
        Set<Taken> takes = profile.takes();
        if (takes.isEmpty()) {
            return true;
        }
        return minor
                ? takes.contains(Taken.GIRLS) || takes.contains(Taken.BOYS)
                : takes.contains(Taken.WOMEN) || takes.contains(Taken.MEN);
    }

    /** Nobody asks whether somebody is a woman or a man, so what hangs on it is said. */
    private static Fit.Point who(PartnerProfile profile, boolean minor) {
        Set<Taken> takes = profile.takes();
        if (takes.isEmpty() || !takes(profile, minor)) {
            return Fit.Point.WHO_UNKNOWN;
        }
        boolean womenOnly = minor ? !takes.contains(Taken.BOYS) : !takes.contains(Taken.MEN);
        return womenOnly ? Fit.Point.WOMEN_ONLY : Fit.Point.TAKES_THEM;
    }
}
