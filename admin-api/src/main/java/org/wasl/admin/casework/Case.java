package org.wasl.admin.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.fieldwork.Fieldwork;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.referral.Outside;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;

/**
 * One situation, from one or more reports, and all that was done about it. Immutable.
 *
 * @param version counts stored writes, pages and deliveries included; 0 before the first
 * @param edition counts what a reader would notice: new words, decisions. What If-Match compares
 * @param clockFrom since when the case needs somebody at its level: the moment of the words that raised it last
 * @param drill a synthetic or drill report: in no queue and no count
 * @param audits entries of acts on this case that still have to be copied to the chain
 * @param agenda what is to be done next and by when
 * @param ties what binds it to other cases, and who must keep away from it
 * @param coding what a human says it is about; {@code null} while nobody has said
 * @param outside consents taken by staff, referrals to partners, transfers to other units
 * @param fieldwork what is done for it outside the chat
 */
public record Case(
        CaseNumber number,
        long version,
        long edition,
        Instant opened,
        Instant clockFrom,
        boolean drill,
        CaseLevel level,
        List<CaseReport> reports,
        Handling handling,
        Contact contact,
        List<Page> pages,
        List<DeskReply> replies,
        List<CaseEvent> events,
        List<AuditEntry> audits,
        Agenda agenda,
        Ties ties,
        @Nullable Coding coding,
        Outside outside,
        Fieldwork fieldwork) {

    public Case {
        reports = List.copyOf(reports);
        pages = List.copyOf(pages);
        replies = List.copyOf(replies);
        events = List.copyOf(events);
        audits = List.copyOf(audits);
        // Cases stored before there were agendas, ties and field work have none.
        agenda = agenda == null ? Agenda.NONE : agenda;
        ties = ties == null ? Ties.NONE : ties;
        outside = outside == null ? Outside.NONE : outside;
        fieldwork = fieldwork == null ? Fieldwork.NONE : fieldwork;
    }

    /** A case with nothing planned and nothing tied to it. */
    Case(
            CaseNumber number,
            long version,
            long edition,
            Instant opened,
            Instant clockFrom,
            boolean drill,
            CaseLevel level,
            List<CaseReport> reports,
            Handling handling,
            Contact contact,
            List<Page> pages,
            List<DeskReply> replies,
            List<CaseEvent> events,
            List<AuditEntry> audits) {
        this(
                number,
                version,
                edition,
                opened,
                clockFrom,
                drill,
                level,
                reports,
                handling,
                contact,
                pages,
                replies,
                events,
                audits,
                Agenda.NONE,
                Ties.NONE,
                null,
                Outside.NONE,
                Fieldwork.NONE);
    }

    public CaseStatus status() {
        return handling.status();
    }

    public Level effectiveLevel() {
        return level.effective();
    }

    /** The report the case is about: the first. */
    public CaseReport leading() {
        return reports.getFirst();
    }

    public Optional<CaseReport> report(IntakeId id) {
        return reports.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    public Optional<DeskReply> reply(String replyId) {
        return replies.stream().filter(reply -> reply.replyId().equals(replyId)).findFirst();
    }

    /** Whether it still waits for a named person, since it was opened or since it was last raised. */
    public boolean needsAcknowledgement() {
        Instant acknowledged = handling.acknowledged();
        return status().open()
                && status() != CaseStatus.WITHDRAWAL_ASKED
                && (acknowledged == null || acknowledged.isBefore(clockFrom));
    }

    /** Whether its first protective step is still to be done: its second clock runs. Joined with another, that one's does. */
    public boolean needsStep() {
        return status().open()
                && status() != CaseStatus.WITHDRAWAL_ASKED
                && handling.acted() == null
                && ties.continuesIn().isEmpty();
    }

    /** Whether the person took it back: nobody writes to them, and no chat is looked for, until they write again. */
    public boolean takenBack() {
        return handling.withdrawal() != null;
    }

    /** Whether any category, by the machine's word or a human's, may be read by the case's team only. */
    public boolean restricted() {
        return about().stream().anyMatch(Category::restricted);
    }

    /** Every category it may be of, by the machine's word or a human's. */
    public Set<Category> about() {
        Stream<Category> read = reports.stream()
                .map(CaseReport::assessment)
                .flatMap(assessment -> Stream.concat(Stream.of(assessment.category()), assessment.also().stream()));
        return Stream.concat(read, coding == null ? Stream.empty() : coding.all())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the accused may be of the security forces, or the police itself is complained about, in any of its reports,
     * or a name of the staff stands in one: routed outside that unit, chain and governorate.
     */
    public boolean conflict() {
        return ties.named() != null || accused();
    }

    private boolean accused() {
        return reports.stream()
                .map(CaseReport::assessment)
                .anyMatch(assessment -> assessment.tags().contains(Tag.COI_ROUTE)
                        || assessment.facts().observations(FactKey.TOPIC).stream()
                                .anyMatch(fact -> fact.truth().holds() && "police".equals(fact.detail())));
    }

    /** Where nobody may serve who reads it while it is a {@link #conflict}. */
    public Guarded guarded() {
        return ties.guarded(Card.of(this).where());
    }

    /** The governorate whose work it is: where it was given to, else where it happens; {@code null} while unknown. */
    public @Nullable String place() {
        Governorate seat = outside.seat();
        return seat == null ? Card.of(this).where() : seat.iso();
    }

    Case stored(long nextVersion) {
        return with(draft -> draft.version = nextVersion);
    }

    /** The next edition: what follows is something a reader would notice. */
    public Case edited() {
        return with(draft -> draft.edition++);
    }

    /**
     * At another level, needing somebody since then. What was done for less says nothing of what is needed for more, and
     * what waits for a second person was asked of less than is known now. Where an L1 turned out to be less, a reply that
     * reached the person meanwhile is the step that level asks for (ADR 58).
     */
    Case levelled(CaseLevel next, Instant clock) {
        boolean raised = next.effective().compareTo(effectiveLevel()) < 0;
        boolean calmed = effectiveLevel() == Level.L1_IMMEDIATE && next.effective() != Level.L1_IMMEDIATE;
        Optional<Instant> reached = calmed ? reachedSince(clock) : Optional.empty();
        return with(draft -> {
            draft.level = next;
            draft.clockFrom = clock;
            if (raised) {
                draft.handling = draft.handling.notActed().lowering(null);
                draft.agenda = draft.agenda.closing(null);
            }
            if (reached.isPresent()) {
                draft.handling = draft.handling.actedAt(reached.get());
            }
        });
    }

    /** When the first reply written since then reached the person. */
    private Optional<Instant> reachedSince(Instant clock) {
        return replies.stream()
                .filter(reply -> !reply.at().isBefore(clock))
                .map(DeskReply::delivered)
                .filter(delivered -> delivered != null)
                .min(Comparator.naturalOrder());
    }

    /** With one of its reports in another state. */
    public Case reporting(CaseReport report) {
        List<CaseReport> more = reports.stream()
                .map(held -> held.id().equals(report.id()) ? report : held)
                .toList();
        return with(draft -> draft.reports = more);
    }

    /** The report of this case that a mailbox belongs to. */
    public Optional<CaseReport> ofMailbox(String mailboxId) {
        return reports.stream()
                .filter(report -> {
                    MailboxAddress mailbox = report.mailbox();
                    return mailbox != null && mailbox.id().equals(mailboxId);
                })
                .findFirst();
    }

    /** The latest report of the one mailbox all reports share; empty where there is more than one to write to. */
    public Optional<CaseReport> onlyPerson() {
        boolean one = reports.size() == 1
                || leading().mailbox() != null
                        && reports.stream().map(CaseReport::mailbox).distinct().count() == 1;
        return one
                ? reports.stream()
                        .max(Comparator.comparing(report -> report.latest().at()))
                : Optional.empty();
    }

    /** A report, and those that came later to its mailbox. */
    public Stream<CaseReport> sharing(CaseReport report) {
        MailboxAddress mailbox = report.mailbox();
        return reports.stream()
                .filter(one -> one.id().equals(report.id()) || mailbox != null && mailbox.equals(one.mailbox()));
    }

    /** With another mailbox for a report and all that share its former one; no chat is known of it yet. */
    public Case foundBy(MailboxAddress mailbox, CaseReport report) {
        Case next = this;
        for (CaseReport one : sharing(report).toList()) {
            next = next.reporting(one.reachedBy(mailbox, null, null, one.windows()));
        }
        return next;
    }

    Case joinedBy(CaseReport report) {
        List<CaseReport> more = new ArrayList<>(reports);
        more.add(report);
        return with(draft -> draft.reports = more);
    }

    /** Without any capsule: no chat of this case can be found any more. */
    public Case forgotten() {
        Case next = this;
        for (CaseReport report : reports) {
            next = next.reporting(report.forgotten());
        }
        return next;
    }

    /** Taken back by the person, and held until two people have looked. */
    public Case withdrawn(Handling.WithdrawalRequest request) {
        return handled(handling.in(CaseStatus.WITHDRAWAL_ASKED).withdrawal(request))
                .outside(outside.takenBack(request.at()))
                .worked(fieldwork.calledOff(null, request.at()));
    }

    /** The first protective step was taken: the second clock stops. */
    public Case acted(Instant when) {
        return handled(handling.actedAt(when));
    }

    /**
     * A reply has reached the person. That is the first step at every level but L1, whose step is what was done for their
     * life, and no message; and what was written before the words that call somebody now is no answer to them.
     */
    public Case reached(DeskReply reply, Instant now) {
        boolean step = effectiveLevel() != Level.L1_IMMEDIATE && !reply.at().isBefore(clockFrom);
        return step ? acted(now) : this;
    }

    /** With another who works on it. The table of transitions is checked when it is stored. */
    public Case handled(Handling next) {
        return with(draft -> draft.handling = next);
    }

    Case planned(Agenda next) {
        return with(draft -> draft.agenda = next);
    }

    Case tied(Ties next) {
        return with(draft -> draft.ties = next);
    }

    Case coded(Coding next) {
        return with(draft -> draft.coding = next);
    }

    public Case outside(Outside next) {
        return with(draft -> draft.outside = next);
    }

    public Case worked(Fieldwork next) {
        return with(draft -> draft.fieldwork = next);
    }

    /** With these in its team: they may read it from now on. */
    public Case joinedBy(Collection<StaffId> more) {
        Handling next = handling;
        for (StaffId one : more) {
            next = next.joinedBy(one);
        }
        return handled(next);
    }

    public Case contacted(Contact next) {
        return with(draft -> draft.contact = next);
    }

    public Case paged(List<Page> next) {
        return with(draft -> draft.pages = next);
    }

    public Case replied(DeskReply reply) {
        List<DeskReply> next = new ArrayList<>(replies);
        next.add(reply);
        return withReplies(next);
    }

    /** With one reply changed; the same case when there is no such reply. */
    public Case reply(String replyId, UnaryOperator<DeskReply> change) {
        return withReplies(replies.stream()
                .map(reply -> reply.replyId().equals(replyId) ? change.apply(reply) : reply)
                .toList());
    }

    public Case happened(CaseEvent.Kind kind, Instant at, String by, @Nullable String text) {
        return happened(new CaseEvent(kind, at, by, text, null));
    }

    Case happened(CaseEvent event) {
        List<CaseEvent> more = new ArrayList<>(events);
        more.add(event);
        return with(draft -> draft.events = more);
    }

    public Case audited(AuditEntry entry) {
        List<AuditEntry> next = new ArrayList<>(audits);
        next.add(entry);
        return withAudits(next);
    }

    Case withAudits(List<AuditEntry> next) {
        return with(draft -> draft.audits = next);
    }

    private Case withReplies(List<DeskReply> next) {
        return with(draft -> draft.replies = next);
    }

    private Case with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The parts of a case while one of them is exchanged. */
    private static final class Draft {
        private final Case from;
        private long version;
        private long edition;
        private Instant clockFrom;
        private CaseLevel level;
        private List<CaseReport> reports;
        private Handling handling;
        private Contact contact;
        private List<Page> pages;
        private List<DeskReply> replies;
        private List<CaseEvent> events;
        private List<AuditEntry> audits;
        private Agenda agenda;
        private Ties ties;
        private @Nullable Coding coding;
        private Outside outside;
        private Fieldwork fieldwork;

        private Draft(Case from) {
            this.from = from;
            version = from.version;
            edition = from.edition;
            clockFrom = from.clockFrom;
            level = from.level;
            reports = from.reports;
            handling = from.handling;
            contact = from.contact;
            pages = from.pages;
            replies = from.replies;
            events = from.events;
            audits = from.audits;
            agenda = from.agenda;
            ties = from.ties;
            coding = from.coding;
            outside = from.outside;
            fieldwork = from.fieldwork;
        }

        private Case done() {
            return new Case(
                    from.number,
                    version,
                    edition,
                    from.opened,
                    clockFrom,
                    from.drill,
                    level,
                    reports,
                    handling,
                    contact,
                    pages,
                    replies,
                    events,
                    audits,
                    agenda,
                    ties,
                    coding,
                    outside,
                    fieldwork);
        }
    }

    @Override
    public String toString() {
        return "Case[" + number + ", version " + version + ", redacted]";
    }
}
