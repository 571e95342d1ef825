package org.wasl.admin.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.DeskConsent;
import org.wasl.admin.referral.Outside;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.referral.Transfer;

/**
 * What the person agrees to, by their last word about it: in the chat, or to a member of staff who wrote it down. Where
 * several people wrote, each who said something has to agree; what staff wrote down speaks for all of them.
 */
public final class Consents {
    private Consents() {}

    /** A word about a scope, wherever it was said. */
    private record Word(boolean granted, Basis.Agreed record) {}

    /**
     * The consent that stands for any of these scopes, the latest word about them counting.
     *
     * @return empty when nobody was asked, when it was refused, or when it was taken back
     */
    public static Optional<Basis.Agreed> standing(Case held, Set<String> scopes) {
        List<Word> staffs = held.outside().consents().stream()
                .filter(consent -> scopes.contains(consent.scope()))
                .map(Consents::word)
                .toList();
        List<Word> last = new ArrayList<>();
        for (CaseReport report : held.reports()) {
            Stream<Word> chats = report.parts().stream()
                    .flatMap(part -> part.consents().stream())
                    .filter(consent -> scopes.contains(consent.scope()))
                    .map(consent -> new Word(
                            consent.granted(),
                            new Basis.Agreed(
                                    consent.scope(),
                                    consent.textVersion(),
                                    consent.locale(),
                                    consent.at(),
                                    consent.channel())));
            // A filing repeats the consents of those before it; of two words of one moment the later written counts.
            Stream.concat(chats, staffs.stream())
                    .reduce((earlier, later) ->
                            later.record().at().isBefore(earlier.record().at()) ? earlier : later)
                    .ifPresent(last::add);
        }
        return last.stream().allMatch(Word::granted)
                ? last.stream().map(Word::record).max(Comparator.comparing(Basis.Agreed::at))
                : Optional.empty();
    }

    /**
     * The consent that lets a case go to a partner.
     *
     * @param named whether only a consent to this very partner will do, since a general one does not mean it
     */
    public static Optional<Basis.Agreed> toPartner(Case held, String partner, boolean named) {
        String own = DeskConsent.to(partner);
        Optional<Basis.Agreed> any = standing(held, Set.of(DeskConsent.REFERRAL, own));
        return any.isPresent() && named ? standing(held, Set.of(own)) : any;
    }

    /**
     * The case without the referrals and the offer to another territory whose consent is gone, and without follow-ups
     * nobody wishes. Which partner has to be told stands in each referral.
     */
    public static Case settled(Case held, Instant now) {
        boolean peace = !FollowUps.wished(held) && held.agenda().nextFollowUp().isPresent();
        Case left = peace ? FollowUps.dropped(held) : held;
        Outside fewer = held.outside().referrals(one -> one.open() && gone(held, one) ? one.withdrawn(now) : one);
        if (fewer != held.outside()) {
            left = left.outside(fewer).happened(CaseEvent.Kind.REFERRAL_WITHDRAWN, now, CaseEvent.SYSTEM, null);
        }
        Outside kept = fewer.offered()
                .filter(offer -> gone(held, offer))
                .map(offer -> fewer.with(offer.answered(Transfer.State.REVOKED, null, now, null)))
                .orElse(fewer);
        return kept == fewer
                ? left
                : left.outside(kept).happened(CaseEvent.Kind.TRANSFER_REVOKED, now, CaseEvent.SYSTEM, null);
    }

    private static boolean gone(Case held, Transfer offer) {
        Basis basis = offer.basis();
        return basis != null
                && basis.agreed() != null
                && standing(held, Set.of(DeskConsent.TRANSFER)).isEmpty();
    }

    private static boolean gone(Case held, Referral referral) {
        Basis.Agreed agreed = referral.basis().agreed();
        return agreed != null
                && toPartner(held, referral.partner(), !agreed.scope().equals(DeskConsent.REFERRAL))
                        .isEmpty();
    }

    private static Word word(DeskConsent consent) {
        return new Word(
                consent.granted(),
                new Basis.Agreed(
                        consent.scope(), consent.textVersion(), consent.locale(), consent.at(), consent.channel()));
    }
}
