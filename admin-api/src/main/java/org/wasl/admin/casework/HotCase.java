package org.wasl.admin.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.fieldwork.Fieldwork;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Guarded;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.referral.Transfer;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.question.QuestionName;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/**
 * What the queue, the sweep and search need of an open case: no transcript, no citizen's word. About a kilobyte.
 *
 * @param score of the assessment, without ageing
 * @param rules ids of the two rules that weigh most, the heaviest first
 * @param deadline the nearest hard deadline the facts tell of (publication, wedding, a meeting, a closing window)
 * @param lastWord when the citizen's latest filing was made
 * @param marks by which the bot asks for the capsules in it; never shown to staff
 * @param live whether a chat can still be found for it: a capsule is kept
 * @param withdrawalAsked since when it waits for two people's look; {@code null} when nothing was withdrawn, or two
 *     people kept it
 * @param audits how many audit entries still have to be copied to the chain
 * @param next what is to be done next and by when; {@code null} only once it is closed and nothing is left to follow up
 * @param parkedUntil until when it is put aside as not looking real: its ladder ends at the supervisors till then;
 *     {@code null} when it is not
 * @param likeness one key of each report's text, for {@link Likeness#alike}; never shown, never stored
 * @param answered whether the person answered at least two questions beside their story
 * @param ties what binds it to other cases, and who has to keep away from it
 * @param offer {@code null} while nobody has to say whether they take it
 * @param secondAsked whether a closure, or something that leaves the desk, waits for a second person
 * @param review whether the daily meeting has to look at how it ended
 * @param coding what a human says it is about; {@code null} while nobody has said
 * @param conflict whether it is routed outside the accused's unit, chain and governorate
 * @param came when the first of its words came to the bot
 * @param firstHuman when a human first had it; {@code null} while none has
 * @param acknowledged when a named person last claimed it; {@code null} while nobody has
 * @param lowered when a human set it below what the machine says; {@code null} when nobody did
 * @param brought whether somebody put it before the daily meeting
 * @param transfer the offer to another unit that waits for an answer; {@code null} for none
 * @param seat the governorate it was given to; {@code null} while it was given nowhere
 * @param fieldwork visits and tasks in outline: times, states and staff, no words
 */
public record HotCase(
        CaseNumber number,
        long version,
        long edition,
        CaseStatus status,
        Level level,
        boolean toConfirm,
        int score,
        @Nullable Instant deadline,
        Category category,
        Set<Category> about,
        boolean restricted,
        Set<Tag> tags,
        List<String> rules,
        Card card,
        @Nullable StaffId owner,
        @Nullable Instant claimedUntil,
        Set<StaffId> team,
        boolean needsAcknowledgement,
        @Nullable Instant acted,
        Instant opened,
        Instant clockFrom,
        Instant lastWord,
        boolean unread,
        boolean unconfirmed,
        boolean disputed,
        boolean assessmentDiffers,
        boolean loweringAsked,
        boolean drill,
        List<Mark> marks,
        List<Page> pages,
        List<PendingReply> pendingReplies,
        boolean live,
        @Nullable Instant withdrawalAsked,
        int audits,
        @Nullable NextAction next,
        @Nullable Instant parkedUntil,
        List<Long> likeness,
        boolean answered,
        Ties ties,
        @Nullable Offer offer,
        boolean secondAsked,
        boolean review,
        @Nullable Coding coding,
        boolean conflict,
        Instant came,
        @Nullable Instant firstHuman,
        @Nullable Instant acknowledged,
        @Nullable Instant lowered,
        boolean brought,
        @Nullable Transfer transfer,
        @Nullable Governorate seat,
        Fieldwork fieldwork) {

    /** What fits a row of the queue. */
    private static final int RULES = 2;

    /** What a flood of copies does not do: answer when it is asked a second time. */
    private static final int ANSWERS = 2;

    /** Facts that carry hours until something that cannot be undone. */
    private static final List<FactKey> DEADLINES =
            List.of(FactKey.PUBLISH_DEADLINE, FactKey.MARRIAGE_EVENT, FactKey.MEETING_BLACKMAILER, FactKey.MOVED);

    /** Medical and evidence windows after sexual violence, by the detail the fact carries (domain table 2.6). */
    private static final Map<String, Duration> CLOSING_WINDOWS =
            Map.of("72h", Duration.ofHours(72), "120h", Duration.ofHours(120));

    /** Somebody took it, or heard it on the telephone and wrote it down. */
    private static final Set<CaseEvent.Kind> FIRST_HUMAN = EnumSet.of(CaseEvent.Kind.CLAIMED, CaseEvent.Kind.ENTERED);

    /** A reply not delivered yet. */
    public record PendingReply(String replyId, @Nullable Instant publishedAt, int published) {}

    static HotCase of(Case held) {
        CaseReport leading = held.leading();
        CaseReport worst = held.reports().stream()
                .min(Comparator.comparing(report -> report.assessment().level()))
                .orElse(leading);
        Handling.WithdrawalRequest withdrawal = held.handling().withdrawal();
        return new HotCase(
                held.number(),
                held.version(),
                held.edition(),
                held.status(),
                held.effectiveLevel(),
                held.level().toConfirm(),
                worst.assessment().score(),
                deadline(held),
                worst.assessment().category(),
                held.about(),
                held.restricted(),
                worst.assessment().tags(),
                rules(worst),
                Card.of(held),
                held.handling().owner(),
                held.handling().claimedUntil(),
                held.handling().team(),
                held.needsAcknowledgement(),
                held.handling().acted(),
                held.opened(),
                held.clockFrom(),
                held.reports().stream()
                        .map(report -> report.latest().at())
                        .max(Comparator.naturalOrder())
                        .orElse(held.opened()),
                held.reports().stream().anyMatch(report -> report.unread() || report.unheard()),
                held.reports().stream().allMatch(report -> report.latest().unconfirmed()),
                held.reports().stream().anyMatch(report -> !report.disputed().isEmpty()),
                held.reports().stream().anyMatch(CaseReport::assessmentDiffers),
                held.handling().lowering() != null,
                held.drill(),
                marks(held),
                held.pages(),
                held.replies().stream()
                        .filter(reply -> reply.delivered() == null && !held.takenBack())
                        .map(reply -> new PendingReply(reply.replyId(), reply.publishedAt(), reply.published()))
                        .toList(),
                held.reports().stream().anyMatch(report -> report.capsule() != null),
                withdrawal == null || withdrawal.kept() ? null : withdrawal.at(),
                held.audits().size(),
                NextActions.of(held),
                held.agenda().parking() == null ? null : held.agenda().parking().until(),
                held.reports().stream()
                        .map(report -> Likeness.of(report.latest().story()))
                        .toList(),
                held.reports().stream().anyMatch(HotCase::answered),
                held.ties(),
                held.agenda().offer(),
                held.agenda().closing() != null || held.outside().waits(),
                held.agenda().review(),
                held.coding(),
                held.conflict(),
                came(held),
                held.events().stream()
                        .filter(event -> FIRST_HUMAN.contains(event.kind()))
                        .map(CaseEvent::at)
                        .findFirst()
                        .orElse(null),
                held.handling().acknowledged(),
                lowered(held.level()),
                held.agenda().brought() != null,
                held.outside().offered().orElse(null),
                held.outside().seat(),
                held.fieldwork().outline());
    }

    private static @Nullable Instant lowered(CaseLevel level) {
        CaseLevel.HumanLevel human = level.human();
        return human == null || level.effective().atLeastAsSevereAs(level.machine()) ? null : human.at();
    }

    /** The governorate whose work it is: where it was given to, else where it happens; {@code null} while unknown. */
    public @Nullable String place() {
        return seat == null ? card.where() : seat.iso();
    }

    /** Where nobody may serve who reads it while it is a conflict. */
    public Guarded guarded() {
        return ties.guarded(card.where());
    }

    /** As {@link Case#needsStep}. */
    public boolean needsStep() {
        return status.open()
                && status != CaseStatus.WITHDRAWAL_ASKED
                && acted == null
                && ties.continuesIn().isEmpty();
    }

    /** Whether it is put aside at this moment. */
    public boolean parked(Instant now) {
        return parkedUntil != null && now.isBefore(parkedUntil);
    }

    /** Never after it was opened, since a clock can be wrong. */
    private static Instant came(Case held) {
        return held.reports().stream()
                .map(report -> report.parts().getFirst().at())
                .filter(at -> at.isBefore(held.opened()))
                .min(Comparator.naturalOrder())
                .orElse(held.opened());
    }

    private static boolean answered(CaseReport report) {
        return report.parts().stream()
                        .flatMap(part -> part.lines().stream())
                        .filter(line -> line.speaker() == Line.Speaker.CITIZEN && line.question() != null)
                        .map(line -> QuestionName.read(line.question()).id())
                        .distinct()
                        .count()
                >= ANSWERS;
    }

    /** Whether it belongs into the queue staff see. */
    public boolean queued() {
        return !drill && status.open() && !(goesOnElsewhere() && !needsAcknowledgement);
    }

    /** Whether it was joined with another case; its next word brings it back into the queue. */
    public boolean goesOnElsewhere() {
        return ties.continuesIn().isPresent();
    }

    /** Closed, and nothing of it is left to copy, to send, to forget, to follow up or to review. */
    boolean settled() {
        return !status.open()
                && audits == 0
                && pendingReplies.isEmpty()
                && !live
                && next == null
                && !review
                && !fieldwork.out();
    }

    private static List<String> rules(CaseReport report) {
        return report.assessment().reasons().stream()
                .sorted(Comparator.comparing(Reason::floor).thenComparing(Reason::rule))
                .map(Reason::rule)
                .distinct()
                .limit(RULES)
                .toList();
    }

    private static List<Mark> marks(Case held) {
        if (held.takenBack()) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        for (CaseReport report : held.reports()) {
            Mark mark = report.mark();
            if (mark != null && report.capsule() != null) {
                marks.add(mark);
            }
        }
        return List.copyOf(marks);
    }

    private static @Nullable Instant deadline(Case held) {
        @Nullable Instant nearest = null;
        for (CaseReport report : held.reports()) {
            for (ReportPart part : report.parts()) {
                for (Fact fact : part.facts()) {
                    nearest = earlier(nearest, deadline(fact, part.at()));
                }
            }
            // What only the desk read in the text counts from the first filing: never later than the truth.
            Instant first = report.parts().getFirst().at();
            for (Fact fact : report.assessment().facts()) {
                nearest = earlier(nearest, deadline(fact, first));
            }
        }
        return nearest;
    }

    private static @Nullable Instant deadline(Fact fact, Instant told) {
        if (!fact.truth().holds()) {
            return null;
        }
        Integer hours = fact.hours();
        if (hours != null && hours >= 0 && DEADLINES.contains(fact.key())) {
            return told.plus(Duration.ofHours(hours));
        }
        String detail = fact.detail();
        if (fact.key() == FactKey.SEXUAL_VIOLENCE && detail != null && CLOSING_WINDOWS.containsKey(detail)) {
            return told.plus(CLOSING_WINDOWS.getOrDefault(detail, Duration.ZERO));
        }
        return null;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Whether danger is said to be happening now, or suspected. */
    public boolean dangerNow() {
        return card.dangerNow() == Truth.YES || card.dangerNow() == Truth.SUSPECTED;
    }

    Set<String> tagNames() {
        return tags.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "HotCase[" + number + ", " + level + ", redacted]";
    }
}
