package org.wasl.admin.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.Contact;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.casework.Handling;
import org.wasl.admin.casework.HotCase;
import org.wasl.admin.casework.Tombstone;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Limits;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.WithdrawVerifier;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;

/**
 * What comes from the citizen's side about a report that stands here: that a reply arrived, that they are in the chat,
 * that they ask where their chat was, that they take it back. Everything may come twice.
 */
public final class MailboxDesk {
    private static final Logger log = LoggerFactory.getLogger(MailboxDesk.class);

    /** A person typing says so every few seconds; the case is written at most this often for it. */
    private static final Duration CONTACT_PAUSE = Duration.ofSeconds(20);

    private static final int MOST_DOUBTS = 10;

    private static final Set<String> CHILDREN = Set.of("<9", "9-14", "15-17");

    private final CaseBook book;
    private final ReplyPublisher publisher;
    private final ErasureNotices erasures;
    private final AuditTrail trail;
    private final TakebackLedger ledger;
    private final ReplySettings settings;
    private final Clock clock;
    private final WithdrawVerifier verifier = new WithdrawVerifier();

    MailboxDesk(
            CaseBook book,
            ReplyPublisher publisher,
            ErasureNotices erasures,
            AuditTrail trail,
            TakebackLedger ledger,
            ReplySettings settings,
            Clock clock) {
        this.erasures = erasures;
        this.ledger = ledger;
        this.book = book;
        this.publisher = publisher;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a withdrawal or an erasure. */
    public enum Withdrawal {
        /** The case is unreadable for ever. */
        ERASED,
        /** Danger or pressure is likely: nobody writes to the person, two people look. */
        HELD,
        /** Not signed by who holds the receipt: nothing was done, and it shows in the case. */
        NOT_PROVEN,
        UNKNOWN
    }

    /** A reply was really sent or picked up. */
    public void delivered(IntakeEntry.Delivered delivered) {
        for (HotCase held : book.hot()) {
            boolean here = held.pendingReplies().stream()
                    .anyMatch(pending -> pending.replyId().equals(delivered.replyId()));
            if (here) {
                Instant now = clock.instant();
                book.change(held.number(), found -> delivered(found, delivered.replyId(), now));
            }
        }
    }

    /** The person is in the chat, or went. */
    public void contactSeen(IntakeEntry.ContactSeen seen) {
        CaseNumber number = book.caseOf(seen.id()).orElse(null);
        if (number == null) {
            return;
        }
        Instant now = clock.instant();
        // A time ahead of ours would stand for ever against later ones.
        Instant at = seen.at().isAfter(now) ? now : seen.at();
        book.change(number, held -> {
            Contact before = held.contact();
            boolean same = before.inChat() == seen.inChat()
                    && before.at() != null
                    && at.isBefore(before.at().plus(CONTACT_PAUSE));
            return same ? held : held.contacted(before.seen(seen.inChat(), at));
        });
    }

    /**
     * How the person is to be reached from now on. The chat they are in now is the only one of this mailbox that is
     * still found: a phone used before never rings again.
     */
    public void contactChosen(IntakeEntry.ContactChosen chosen) {
        String mailboxId = chosen.mailboxId();
        CaseNumber number = (mailboxId == null ? Optional.<CaseNumber>empty() : book.caseOfMailbox(mailboxId))
                .or(() -> book.caseOf(chosen.id()))
                .orElse(null);
        if (number != null) {
            Instant now = clock.instant();
            book.change(number, held -> chosen(held, chosen, now));
        }
    }

    private static Case chosen(Case held, IntakeEntry.ContactChosen chosen, Instant now) {
        List<CaseReport> theirs = held.reports().stream()
                .filter(report -> report.id().equals(chosen.id()) || ofMailbox(report, chosen.mailboxId()))
                .sorted(Comparator.comparing(report -> report.latest().at()))
                .toList();
        Case next = held;
        boolean changed = false;
        for (CaseReport report : theirs) {
            boolean latest = report == theirs.getLast();
            changed |=
                    !report.windows().equals(chosen.windows()) || !Objects.equals(report.codeWord(), chosen.codeWord());
            next = next.reporting(report.wanting(chosen.windows(), chosen.codeWord())
                    .foundIn(latest ? chosen.capsule() : null, latest ? chosen.mark() : null));
        }
        return changed ? next.edited().happened(CaseEvent.Kind.CONTACT_CHANGED, now, "system", null) : next;
    }

    private static boolean ofMailbox(CaseReport report, @Nullable String mailboxId) {
        MailboxAddress mailbox = report.mailbox();
        return mailbox != null && mailbox.id().equals(mailboxId);
    }

    /** Somebody in the chat did not know the agreed word. Told so often only, so that nobody can fill a case with it. */
    public void doubted(IntakeEntry.Doubted doubted) {
        for (HotCase held : book.hot()) {
            boolean here = held.pendingReplies().stream()
                    .anyMatch(pending -> pending.replyId().equals(doubted.replyId()));
            if (here) {
                Instant now = clock.instant();
                book.change(
                        held.number(),
                        found -> found.events().stream()
                                                .filter(event -> event.kind() == CaseEvent.Kind.DOUBTED)
                                                .count()
                                        < MOST_DOUBTS
                                ? found.edited().happened(CaseEvent.Kind.DOUBTED, now, "system", null)
                                : found);
            }
        }
    }

    /** The capsules a mark leads to, newest case first. Answered at one pace by the caller, whatever is found. */
    DeskNotice.CapsuleFound found(IntakeEntry.CapsuleAsked asked) {
        List<Capsule> capsules = new ArrayList<>();
        for (HotCase held : book.marked(asked.mark())) {
            book.read(held.number()).stream()
                    .flatMap(read -> read.reports().stream())
                    .filter(report -> asked.mark().equals(report.mark()))
                    .map(CaseReport::capsule)
                    .filter(capsule -> capsule != null)
                    .forEach(capsules::add);
        }
        return new DeskNotice.CapsuleFound(
                asked.askId(), capsules.subList(0, Math.min(capsules.size(), Limits.CAPSULES)));
    }

    public Withdrawal withdrawAsked(IntakeEntry.WithdrawAsked asked) {
        return takenBack(asked.id(), asked.mailboxId(), false, mailbox -> verifier.verifies(asked, mailbox));
    }

    public Withdrawal eraseAsked(IntakeEntry.EraseAsked asked) {
        return takenBack(asked.id(), asked.mailboxId(), true, mailbox -> verifier.verifies(asked, mailbox));
    }

    /**
     * Erases what was held long enough, forgets chats whose time is over, and tells the bot of closed and of erased
     * cases.
     */
    void sweep() {
        erasures.sweep();
        Instant now = clock.instant();
        for (HotCase held : book.hot()) {
            Instant withdrawn = held.withdrawalAsked();
            if (withdrawn != null && !now.isBefore(withdrawn.plus(settings.withdrawalHeld()))) {
                book.read(held.number()).ifPresent(this::erase);
            } else if (held.live() && over(held, now)) {
                forget(held.number(), !held.status().open());
            }
        }
    }

    private boolean over(HotCase held, Instant now) {
        return !held.status().open() || now.isAfter(held.lastWord().plus(settings.live()));
    }

    private void forget(CaseNumber number, boolean closed) {
        Case held = book.read(number).orElse(null);
        if (held == null) {
            return;
        }
        for (CaseReport report : held.reports()) {
            MailboxAddress mailbox = report.mailbox();
            boolean told = !closed
                    || publisher.drop(new DeskNotice.Closed(report.id(), mailbox == null ? null : mailbox.id()));
            if (!told) {
                return;
            }
        }
        book.change(number, Case::forgotten);
    }

    /** The case the report stands in, and the one of its mailbox where that is another. */
    private Withdrawal takenBack(
            IntakeId id, @Nullable String mailboxId, boolean erase, Predicate<MailboxAddress> proof) {
        Withdrawal answer = book.caseOf(id)
                .flatMap(book::read)
                .flatMap(held -> held.report(id).map(report -> takenBack(held, report, erase, proof)))
                .orElse(Withdrawal.UNKNOWN);
        if (mailboxId == null) {
            return answer;
        }
        // Somebody who came back with a receipt may not have filed under this id, or not yet with the mailbox.
        Case owned = book.caseOfMailbox(mailboxId).flatMap(book::read).orElse(null);
        if (owned == null || owned.report(id).isPresent()) {
            return answer;
        }
        Withdrawal also = takenBack(owned, owned.ofMailbox(mailboxId).orElseThrow(), erase, proof);
        return answer == Withdrawal.UNKNOWN || also == Withdrawal.HELD ? also : answer;
    }

    private Withdrawal takenBack(Case held, CaseReport report, boolean erase, Predicate<MailboxAddress> proof) {
        MailboxAddress mailbox = report.mailbox();
        boolean proven = mailbox != null && proof.test(mailbox);
        if (mailbox != null && !proven) {
            log.warn("a withdrawal without the right signature came");
            Instant now = clock.instant();
            ledger.asked(held, erase, false);
            book.change(held.number(), later -> notProven(later, now));
            return Withdrawal.NOT_PROVEN;
        }
        ledger.asked(held, erase, true);
        if (needsTwo(held) || book.held(held.number()) || !erase(held)) {
            Instant now = clock.instant();
            book.change(held.number(), later -> held(later, erase, proven, now));
            return Withdrawal.HELD;
        }
        return Withdrawal.ERASED;
    }

    private boolean erase(Case held) {
        return erase(held, Tombstone.ASKED, AuditEntry.SYSTEM);
    }

    /**
     * Makes a case unreadable for ever, whatever for, and has the bot empty its mailboxes. What has to be told afterwards
     * is kept first: the case cannot be asked any more.
     *
     * @param cause as {@link Tombstone#cause}
     * @param actor for the audit chain
     * @return {@code false} when it is held: then everything stands
     */
    public boolean erase(Case held, String cause, String actor) {
        String number = held.number().value();
        if (book.held(held.number())) {
            return false;
        }
        erasures.keep(held);
        trail.append(trail.done(actor, Act.CASE_ERASED, number));
        if (!book.erase(held, cause, trail)) {
            // It came to be held in this very moment: the entry before is not the last word.
            erasures.cancel(held);
            trail.append(trail.refused(actor, Act.CASE_ERASED, number));
            return false;
        }
        erasures.sweep();
        return true;
    }

    private static Case delivered(Case held, String replyId, Instant now) {
        DeskReply waiting =
                held.reply(replyId).filter(reply -> reply.delivered() == null).orElse(null);
        if (waiting == null) {
            return held;
        }
        Case told = held.reply(replyId, reply -> reply.deliveredAt(now));
        return told.reached(waiting, now).happened(CaseEvent.Kind.REPLY_DELIVERED, now, "system", replyId);
    }

    private Case held(Case held, boolean erase, boolean proven, Instant now) {
        if (held.status() == CaseStatus.WITHDRAWAL_ASKED) {
            return held;
        }
        return held.withdrawn(Handling.WithdrawalRequest.asked(erase, proven, now))
                .edited()
                .happened(CaseEvent.Kind.WITHDRAWAL_ASKED, now, "system", null)
                .audited(trail.done(
                        AuditEntry.SYSTEM, Act.CASE_CHANGED, held.number().value()));
    }

    /** Told once in a case, so that a forger cannot make its history grow without end. */
    private static Case notProven(Case held, Instant now) {
        boolean told = held.events().stream().anyMatch(event -> event.kind() == CaseEvent.Kind.SIGNATURE_WRONG);
        return told ? held : held.edited().happened(CaseEvent.Kind.SIGNATURE_WRONG, now, "system", null);
    }

    /** An open L1 or L2, a minor's case, or a sign of pressure: somebody else may be taking it back. */
    private static boolean needsTwo(Case held) {
        boolean urgent = held.status().open() && held.effectiveLevel().urgent();
        return urgent
                || held.status() == CaseStatus.WITHDRAWAL_ASKED
                || held.reports().stream().map(CaseReport::assessment).anyMatch(MailboxDesk::needsTwo);
    }

    private static boolean needsTwo(Assessment assessment) {
        Facts facts = assessment.facts();
        return assessment.tags().contains(Tag.SAFE_MODE)
                || facts.holds(FactKey.DURESS)
                || facts.holds(FactKey.ABUSER_READS_PHONE)
                || facts.holds(FactKey.ABUSER_PRESENT)
                || minor(facts);
    }

    private static boolean minor(Facts facts) {
        return facts.holds(FactKey.MINOR)
                || facts.observations(FactKey.AGE_BAND).stream()
                        .map(Fact::detail)
                        .anyMatch(MailboxDesk::child);
    }

    private static boolean child(@Nullable String band) {
        return band != null && CHILDREN.contains(band);
    }
}
