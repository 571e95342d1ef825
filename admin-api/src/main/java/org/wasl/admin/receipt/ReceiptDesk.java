package org.wasl.admin.receipt;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDecisions;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.casework.Step;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.reply.NoticeDrop;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.PageSealer;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.seal.Bytes;

/**
 * Gives people who called or came to the desk a number by which they can come back in the chat.
 *
 * <p>The bot mints it and seals it to a key that only the page has; here it passes by and is thrown away. The case takes
 * its mailbox in the moment the page fetches it, before it is shown. One case has one number: another takes its place
 * when it is lost, and the former opens nothing from then on.
 */
public final class ReceiptDesk {
    private static final Logger log = LoggerFactory.getLogger(ReceiptDesk.class);
    private static final int ID_BYTES = 16;
    private static final String NOBODYS = "";

    private final SealedObjects<ReceiptAsk> asks;
    private final CaseDecisions decisions;
    private final CaseBook book;
    private final NoticeDrop notices;
    private final ReplySealer replies;
    private final AuditTrail trail;
    private final ReceiptSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    ReceiptDesk(
            SealedObjects<ReceiptAsk> asks,
            CaseDecisions decisions,
            CaseBook book,
            NoticeDrop notices,
            ReplySealer replies,
            AuditTrail trail,
            ReceiptSettings settings,
            Clock clock,
            SecureRandom random) {
        this.asks = asks;
        this.decisions = decisions;
        this.book = book;
        this.notices = notices;
        this.replies = replies;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks the bot for a number. What was asked for this case before and not fetched is given up.
     *
     * @param pageKey public half of a key pair made for this one answer
     * @param lost that the one given before is lost, as the caller says and whoever asks believes
     */
    ReceiptAnswer ask(CurrentStaff staff, CaseNumber number, @Nullable Long edition, Bytes pageKey, boolean lost) {
        if (!PageSealer.usable(pageKey)) {
            return new ReceiptAnswer.Refused(ReceiptAnswer.Why.NO_KEY);
        }
        if (asks.live().size() >= settings.mostWaiting()) {
            return new ReceiptAnswer.Refused(ReceiptAnswer.Why.AWAY);
        }
        AtomicReference<ReceiptAnswer.@Nullable Why> why = new AtomicReference<>();
        CaseChange change = decisions.decide(staff, number, edition, Permission.CALL_ENTER, (held, now) -> {
            ReceiptAnswer.Why no = no(held, lost);
            why.set(no == null && often(held) ? ReceiptAnswer.Why.TOO_MANY : no);
            boolean again = told(held).map(CaseReport::mailbox).isPresent();
            return why.get() == null
                    ? Step.to(
                            held,
                            again ? CaseEvent.Kind.RECEIPT_LOST : CaseEvent.Kind.RECEIPT_ASKED,
                            null,
                            Act.CASE_CHANGED)
                    : Step.no(CaseChange.Why.NOT_FROM_HERE);
        });
        ReceiptAnswer no = no(change, why.get());
        return no == null ? asked(staff, number, pageKey) : no;
    }

    private ReceiptAnswer asked(CurrentStaff staff, CaseNumber number, Bytes pageKey) {
        forget(number);
        Instant now = clock.instant();
        Instant until = now.plus(settings.answer());
        String named = id();
        asks.insert(
                named,
                LocalDate.ofInstant(now, Scope.ZONE),
                new ReceiptAsk(number.value(), staff.id().value(), until, null, null));
        if (!drop(new DeskNotice.ReceiptAsked(named, pageKey, until))) {
            asks.erase(named, trail);
            return new ReceiptAnswer.Refused(ReceiptAnswer.Why.AWAY);
        }
        return new ReceiptAnswer.Asked(named, until);
    }

    /** The bot's answer. One that nobody waits for, and a second one to the same question, is void at once. */
    public void minted(IntakeEntry.ReceiptMinted minted) {
        AtomicReference<ReceiptAsk> kept = new AtomicReference<>();
        asks.change(minted.askId(), ask -> {
            boolean first = ask.mailbox() == null && !over(ask);
            ReceiptAsk next = first ? ask.answered(minted.mailbox(), minted.sealed()) : ask;
            kept.set(next);
            return next;
        });
        ReceiptAsk ask = kept.get();
        if (ask == null || !minted.mailbox().equals(ask.mailbox())) {
            voided(minted.mailbox());
        }
    }

    /** Gives the page what came for it. What it does not get by this answer is lost: another has to be asked for. */
    ReceiptAnswer collect(CurrentStaff staff, CaseNumber number, String id) {
        Stored<ReceiptAsk> stored = asks.read(id).orElse(null);
        if (stored == null) {
            return new ReceiptAnswer.Late();
        }
        ReceiptAsk ask = stored.content();
        if (!ask.number().equals(number.value()) || !ask.by().equals(staff.id().value())) {
            trail.append(trail.refused(staff.id().value(), Act.CASE_CHANGED, number.value()));
            return new ReceiptAnswer.Late();
        }
        MailboxAddress mailbox = ask.mailbox();
        Bytes sealed = ask.sealed();
        if (mailbox == null || sealed == null) {
            return clock.instant().isBefore(ask.until()) ? new ReceiptAnswer.Waiting() : new ReceiptAnswer.Late();
        }
        return given(staff, number, id, mailbox, sealed);
    }

    private ReceiptAnswer given(
            CurrentStaff staff, CaseNumber number, String id, MailboxAddress mailbox, Bytes sealed) {
        if (!book.findsBy(mailbox, number)) {
            return new ReceiptAnswer.Late();
        }
        // Said before it is done: when this node dies between the two, the lost number is void all the same.
        Stored<ReceiptAsk> lost = book.read(number)
                .flatMap(ReceiptDesk::told)
                .map(CaseReport::mailbox)
                .filter(before -> !before.equals(mailbox))
                .map(before -> owed(number.value(), before))
                .orElse(null);
        AtomicReference<@Nullable MailboxAddress> former = new AtomicReference<>();
        AtomicReference<ReceiptAnswer.@Nullable Why> why = new AtomicReference<>();
        CaseChange change = decisions.decide(staff, number, null, Permission.CALL_ENTER, (held, now) -> {
            why.set(no(held, true));
            CaseReport report = told(held).orElse(null);
            if (why.get() != null || report == null) {
                return Step.no(CaseChange.Why.NOT_FROM_HERE);
            }
            former.set(report.mailbox());
            return Step.to(moved(held, report, mailbox), CaseEvent.Kind.RECEIPT_GIVEN, null, Act.CASE_CHANGED);
        });
        ReceiptAnswer no = no(change, why.get());
        asks.erase(id, trail);
        if (no != null) {
            book.findsNoMore(mailbox, number);
            voided(mailbox);
            if (lost != null) {
                giveUp(lost);
            }
            return no;
        }
        MailboxAddress before = former.get();
        if (before != null && !before.equals(mailbox)) {
            book.findsNoMore(before, number);
        }
        if (lost != null) {
            giveUp(lost);
        }
        return new ReceiptAnswer.Given(sealed);
    }

    /** With the new mailbox, and what waits in the former one sealed anew: the person has not read it. */
    private Case moved(Case held, CaseReport report, MailboxAddress mailbox) {
        List<IntakeId> theirs = held.sharing(report).map(CaseReport::id).toList();
        Case next = held.foundBy(mailbox, report);
        for (DeskReply reply : held.replies()) {
            if (reply.delivered() == null && theirs.contains(reply.report())) {
                String word =
                        held.report(reply.report()).map(CaseReport::codeWord).orElse(null);
                Bytes sealed =
                        replies.seal(new Reply(reply.replyId(), reply.role(), reply.text(), word, reply.at()), mailbox);
                next = next.reply(reply.replyId(), one -> one.sealedAnew(sealed));
            }
        }
        return next;
    }

    /** Throws away what no page fetched in its time. */
    void sweep() {
        for (Stored<ReceiptAsk> stored : asks.live()) {
            if (over(stored.content())) {
                giveUp(stored);
            }
        }
    }

    /** Nothing of a case is left here. */
    void forget(CaseNumber number) {
        asks.live().stream()
                .filter(stored -> stored.content().number().equals(number.value()))
                .forEach(this::giveUp);
    }

    boolean keeps(CaseNumber number) {
        return asks.live().stream().anyMatch(stored -> stored.content().number().equals(number.value()));
    }

    private void giveUp(Stored<ReceiptAsk> stored) {
        ReceiptAsk ask = stored.content();
        MailboxAddress mailbox = ask.mailbox();
        boolean done =
                mailbox == null || uses(ask.number(), mailbox) || drop(new DeskNotice.ReceiptVoided(mailbox.id()));
        if (!done) {
            log.warn("a number that is void could not be told to the bot yet");
        }
        if (!done && ask.number().equals(NOBODYS)) {
            return;
        }
        if (!done && mailbox != null) {
            // Of the case nothing stays; the number's end is still owed.
            owed(NOBODYS, mailbox);
        }
        asks.erase(stored.id(), trail);
    }

    /** Whether a case is found by it: what was to be void once another was given is not, where none was. */
    private boolean uses(String number, MailboxAddress mailbox) {
        return CaseNumber.read(number)
                .flatMap(book::read)
                .filter(held -> held.ofMailbox(mailbox.id()).isPresent())
                .isPresent();
    }

    /** Whether one may be asked for in this case; {@code null} when it may. */
    private ReceiptAnswer.@Nullable Why no(Case held, boolean lost) {
        CaseReport report = told(held).orElse(null);
        if (report == null || !held.status().open() || held.takenBack()) {
            return ReceiptAnswer.Why.NO_CALL;
        }
        if (report.mailbox() != null && !lost) {
            return ReceiptAnswer.Why.GIVEN_BEFORE;
        }
        return null;
    }

    private boolean often(Case held) {
        long asked = held.events().stream()
                .filter(event ->
                        event.kind() == CaseEvent.Kind.RECEIPT_ASKED || event.kind() == CaseEvent.Kind.RECEIPT_LOST)
                .count();
        return asked >= settings.mostPerCase();
    }

    private static @Nullable ReceiptAnswer no(CaseChange change, ReceiptAnswer.@Nullable Why why) {
        if (why != null) {
            return new ReceiptAnswer.Refused(why);
        }
        return switch (change) {
            case CaseChange.Done done -> null;
            case CaseChange.WaitsForSecond waits -> null;
            case CaseChange.Overtaken overtaken -> new ReceiptAnswer.Overtaken();
            case CaseChange.Missing missing -> new ReceiptAnswer.Refused(ReceiptAnswer.Why.MISSING);
            case CaseChange.Held held -> new ReceiptAnswer.Refused(ReceiptAnswer.Why.NOT_ALLOWED);
            case CaseChange.Refused refused -> new ReceiptAnswer.Refused(ReceiptAnswer.Why.NOT_ALLOWED);
        };
    }

    /** What was told on the telephone or at the desk. */
    static Optional<CaseReport> told(Case held) {
        return held.reports().stream().filter(CaseReport::told).findFirst();
    }

    private boolean over(ReceiptAsk ask) {
        return !clock.instant().isBefore(ask.until().plus(settings.keep()));
    }

    /** Says that a number opens nothing any more. What cannot be told now is told by the sweep. */
    private void voided(MailboxAddress mailbox) {
        giveUp(owed(NOBODYS, mailbox));
    }

    /** Kept until the bot was told: somebody may hold the slip. */
    private Stored<ReceiptAsk> owed(String number, MailboxAddress mailbox) {
        Instant now = clock.instant();
        Instant over = now.minus(settings.keep());
        return asks.insert(
                        id(),
                        LocalDate.ofInstant(now, Scope.ZONE),
                        new ReceiptAsk(number, AuditEntry.SYSTEM, over, mailbox, null))
                .orElseThrow();
    }

    private String id() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private boolean drop(DeskNotice notice) {
        try {
            return notices.drop(notice) == NoticeDrop.Outcome.DROPPED;
        } catch (RuntimeException away) {
            log.warn("notices: could not be left: {}", away.getClass().getSimpleName());
            return false;
        }
    }
}
