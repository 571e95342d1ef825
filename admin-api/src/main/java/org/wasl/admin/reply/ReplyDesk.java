package org.wasl.admin.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.casework.WishRule;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.Reply;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Digest;

/**
 * Where staff write to a citizen without learning who it is.
 *
 * <p>A reply goes to one report's mailbox. It is durable in the case when {@link #write} returns, is handed to the bot
 * after that and again until the bot says it was delivered. Delivered means really sent or picked up, not read.
 */
public final class ReplyDesk {
    private final CaseBook book;
    private final CaseAccess access;
    private final WishRule wishes;
    private final ReplySealer sealer;
    private final ReplyPublisher publisher;
    private final AuditTrail trail;
    private final StaffDirectory directory;
    private final ReplySettings settings;
    private final ReachRule reach;
    private final CannedReplies canned;
    private final ReplyCare care;
    private final Clock clock;

    ReplyDesk(
            CaseBook book,
            CaseAccess access,
            WishRule wishes,
            ReplySealer sealer,
            ReplyPublisher publisher,
            AuditTrail trail,
            StaffDirectory directory,
            ReplySettings settings,
            CannedReplies canned,
            ReplyCare care,
            Clock clock) {
        this.book = book;
        this.access = access;
        this.wishes = wishes;
        this.sealer = sealer;
        this.publisher = publisher;
        this.trail = trail;
        this.directory = directory;
        this.settings = settings;
        this.reach = new ReachRule(settings);
        this.canned = canned;
        this.care = care;
        this.clock = clock;
    }

    /** Whether this one may answer in this case at all: they hold it or join it, and the person's wish lets them. */
    public boolean mayAnswer(CurrentStaff staff, Case held) {
        boolean theirs = staff.id().equals(held.handling().owner()) || wishes.joins(staff, held);
        boolean may =
                staff.may(Permission.CASE_REPLY) && access.decide(staff, held).readable();
        return may && theirs && wishes.mayWrite(staff, held, clock.instant());
    }

    /** Whether one may write to this report's person now. */
    public Reach reach(Case held, CaseReport report) {
        return reach.reach(held, report, clock.instant());
    }

    /** The reviewed first message in the citizen's language, to be sent as it stands or changed. */
    public String firstMessage(CaseReport report) {
        return canned.first(report.locale());
    }

    /** The other reviewed texts in the citizen's language, by name. */
    public Map<String, String> reviewed(CaseReport report) {
        return canned.others(report.locale());
    }

    /**
     * What to look at before a reply is sent; nothing of it is kept. Empty also where the case is not open to who asks.
     *
     * @param report which report's mailbox; {@code null} where the case has only one
     */
    public List<CareWarning> care(CurrentStaff staff, CaseNumber number, @Nullable IntakeId report, String text) {
        if (text.isBlank() || text.length() > settings.longest()) {
            return List.of();
        }
        return book.read(number)
                .filter(held -> access.decide(staff, held).readable())
                .map(held -> care.of(text, first(held, report)))
                .orElse(List.of());
    }

    private static boolean first(Case held, @Nullable IntakeId report) {
        return held.replies().stream()
                .noneMatch(reply -> report == null || reply.report().equals(report));
    }

    /**
     * Writes a reply.
     *
     * @param report which report's mailbox; {@code null} where the case has only one
     * @param edition the edition it was written on; {@code null} for whatever it is by now
     * @param key the caller's own key for this one act: the same key never writes a second reply
     */
    public ReplyOutcome write(
            CurrentStaff staff,
            CaseNumber number,
            @Nullable IntakeId report,
            String text,
            @Nullable Long edition,
            String key) {
        ReplyOutcome.Why wrong = wrong(staff, text);
        if (wrong != null) {
            return new ReplyOutcome.Refused(wrong);
        }
        String replyId = replyId(number, staff.id(), key);
        ReplyOutcome[] answer = {new ReplyOutcome.Missing()};
        Optional<Case> after = book.change(number, held -> {
            Drafted drafted = draft(staff, held, report, text, edition, replyId);
            answer[0] = drafted.answer();
            return drafted.next();
        });
        if (after.isPresent() && answer[0] instanceof ReplyOutcome.Written written) {
            publisher.publish(number, replyId);
            DeskReply kept =
                    book.read(number).flatMap(held -> held.reply(replyId)).orElse(written.reply());
            return new ReplyOutcome.Written(kept, after.get().edition(), written.again());
        }
        boolean hidden = after.isPresent() && answer[0] instanceof ReplyOutcome.Missing;
        if (hidden || answer[0] instanceof ReplyOutcome.Refused) {
            trail.append(trail.refused(staff.id().value(), Act.REPLY_WRITTEN, number.value()));
        }
        return answer[0];
    }

    /** Speaks in the chat oneself from now on; called again it renews the lease. */
    public TakeOverOutcome takeOver(CurrentStaff staff, CaseNumber number) {
        Instant now = clock.instant();
        return speak(staff, number, now.plus(settings.takeOver()), false);
    }

    /** Keeps speaking while the lease runs. One that lapsed is not taken again: the person was told that nobody is there. */
    public TakeOverOutcome keepSpeaking(CurrentStaff staff, CaseNumber number) {
        Instant now = clock.instant();
        return speak(staff, number, now.plus(settings.takeOver()), true);
    }

    /** Lets the bot go on. */
    public TakeOverOutcome handBack(CurrentStaff staff, CaseNumber number) {
        return speak(staff, number, clock.instant(), false);
    }

    private Drafted draft(
            CurrentStaff staff,
            Case held,
            @Nullable IntakeId wanted,
            String text,
            @Nullable Long edition,
            String replyId) {
        Instant now = clock.instant();
        DeskReply before = held.reply(replyId).orElse(null);
        if (before != null) {
            return new Drafted(
                    held,
                    before.text().equals(text)
                            ? new ReplyOutcome.Written(before, held.edition(), true)
                            : new ReplyOutcome.Refused(ReplyOutcome.Why.KEY_REUSED));
        }
        CaseReport report = wanted == null
                ? held.onlyPerson().orElse(null)
                : held.report(wanted).orElse(null);
        ReplyOutcome no = report == null
                ? new ReplyOutcome.Refused(ReplyOutcome.Why.NO_SUCH_REPORT)
                : no(staff, held, report, edition, now);
        if (no != null || report == null) {
            return new Drafted(held, no == null ? new ReplyOutcome.Missing() : no);
        }
        MailboxAddress mailbox = java.util.Objects.requireNonNull(report.mailbox());
        String role = staff.role().name().toLowerCase(java.util.Locale.ROOT);
        Bytes sealed = sealer.seal(new Reply(replyId, role, text, report.codeWord(), now), mailbox);
        DeskReply reply = new DeskReply(replyId, report.id(), text, staff.id(), role, now, sealed, null, 0, null);
        Case next = wishes.joined(staff, held, now)
                .replied(reply)
                .edited()
                .happened(CaseEvent.Kind.REPLY_WRITTEN, now, staff.id().value(), replyId)
                .audited(trail.entry(
                        staff.id().value(),
                        Act.REPLY_WRITTEN,
                        held.number().value(),
                        org.wasl.admin.audit.AuditEntry.Outcome.DONE,
                        Digest.of(sealed).toHex()));
        return new Drafted(next, new ReplyOutcome.Written(reply, next.edition(), false));
    }

    private @Nullable ReplyOutcome no(
            CurrentStaff staff, Case held, CaseReport report, @Nullable Long edition, Instant now) {
        if (!access.decide(staff, held).readable()) {
            return access.hides(staff, held)
                    ? new ReplyOutcome.Missing()
                    : new ReplyOutcome.Refused(ReplyOutcome.Why.NOT_YOURS);
        }
        StaffId owner = held.handling().owner();
        if (owner == null) {
            return new ReplyOutcome.Refused(ReplyOutcome.Why.CLAIM_FIRST);
        }
        Instant until = held.handling().claimedUntil();
        boolean joins = wishes.joins(staff, held);
        if (!owner.equals(staff.id()) && !joins && until != null && now.isBefore(until)) {
            return new ReplyOutcome.Held(name(owner));
        }
        if (!wishes.mayWrite(staff, held, now)) {
            return new ReplyOutcome.Refused(ReplyOutcome.Why.WISH_NOT_MET);
        }
        if (edition != null && edition != held.edition()) {
            List<CaseEvent> events = held.events();
            return new ReplyOutcome.Overtaken(
                    held.edition(),
                    events.subList(Math.max(0, events.size() - 5), events.size()).stream()
                            .map(CaseEvent::kind)
                            .toList());
        }
        if (held.replies().size() >= settings.mostPerCase()) {
            return new ReplyOutcome.Refused(ReplyOutcome.Why.TOO_MANY);
        }
        Reach reached = reach.reach(held, report, now);
        return reached.mayWrite() ? null : new ReplyOutcome.Unreachable(reached);
    }

    private ReplyOutcome.@Nullable Why wrong(CurrentStaff staff, String text) {
        if (!staff.may(Permission.CASE_REPLY)) {
            return ReplyOutcome.Why.NOT_ALLOWED;
        }
        if (text.isBlank()) {
            return ReplyOutcome.Why.EMPTY;
        }
        return text.length() > settings.longest() ? ReplyOutcome.Why.TOO_LONG : null;
    }

    private TakeOverOutcome speak(CurrentStaff staff, CaseNumber number, Instant until, boolean running) {
        Instant now = clock.instant();
        TakeOverOutcome[] answer = {new TakeOverOutcome.Missing()};
        DeskNotice[] notice = new DeskNotice[1];
        book.change(number, held -> {
            CaseReport report = held.onlyPerson().orElseGet(held::leading);
            Capsule capsule = report.capsule();
            StaffId speaking = held.contact().takenOver(now) ? held.contact().takenOverBy() : null;
            boolean theirs = staff.id().equals(held.handling().owner()) || wishes.joins(staff, held);
            boolean ends = !until.isAfter(now);
            boolean mine = theirs && staff.may(Permission.CASE_REPLY) && (ends || wishes.mayWrite(staff, held, now));
            if (access.hides(staff, held)) {
                answer[0] = new TakeOverOutcome.Missing();
            } else if (!mine) {
                answer[0] = new TakeOverOutcome.Refused();
            } else if (speaking != null && !speaking.equals(staff.id())) {
                answer[0] = new TakeOverOutcome.Taken(name(speaking));
            } else if (running && speaking == null) {
                answer[0] = new TakeOverOutcome.NoChat();
            } else if (capsule == null || !there(held, report, until, now)) {
                answer[0] = new TakeOverOutcome.NoChat();
            } else {
                notice[0] = new DeskNotice.TakenOver(report.id(), capsule, until);
                return spoken(staff, held, speaking, now, until, answer);
            }
            return held;
        });
        if (notice[0] != null) {
            publisher.drop(notice[0]);
        }
        return answer[0];
    }

    /** Nobody speaks into an empty room; to stop is possible always, and a lease that runs may be kept. */
    private boolean there(Case held, CaseReport report, Instant until, Instant now) {
        boolean ends = !until.isAfter(now);
        return ends
                || held.contact().takenOver(now)
                || reach.reach(held, report, now).state() == Reach.State.IN_CHAT;
    }

    private Case spoken(
            CurrentStaff staff,
            Case held,
            @Nullable StaffId speaking,
            Instant now,
            Instant until,
            TakeOverOutcome[] answer) {
        boolean back = !until.isAfter(now);
        answer[0] = back ? new TakeOverOutcome.HandedBack() : new TakeOverOutcome.Speaking(until);
        Case next = held.contacted(held.contact().takenOver(back ? null : staff.id(), back ? null : until));
        boolean changes = back == (speaking != null);
        if (!changes) {
            return next;
        }
        return next.happened(
                        back ? CaseEvent.Kind.CHAT_HANDED_BACK : CaseEvent.Kind.CHAT_TAKEN_OVER,
                        now,
                        staff.id().value(),
                        null)
                .audited(trail.done(
                        staff.id().value(), Act.CASE_CHANGED, held.number().value()));
    }

    private @Nullable String name(StaffId id) {
        return directory.find(id).map(StaffMember::displayName).orElse(null);
    }

    private static String replyId(CaseNumber number, StaffId staff, String key) {
        return Digest.of(Bytes.ofUtf8("wasl/reply-id/v1\n" + number + "\n" + staff.value() + "\n" + key))
                .toHex()
                .substring(0, 32);
    }

    private record Drafted(Case next, ReplyOutcome answer) {}
}
