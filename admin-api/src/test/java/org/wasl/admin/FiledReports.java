package org.wasl.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.assessment.Reason;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.Consent;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Evidence;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;

/** Filed reports as sentences: {@code aFiledReport().saying("...").judged(L1_IMMEDIATE)}. */
public final class FiledReports {
    public static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private IntakeId id = new IntakeId(UUID.randomUUID().toString().replace("-", ""));
    private int sequence;
    private boolean unconfirmed;
    private boolean drill;
    private Instant at = MORNING;
    private String locale = "ar-IQ";
    private String channel = "web";
    private String story = "جاري يصيح كل ليلة";
    private Facts facts = Facts.of(Fact.chosen(FactKey.FOR_WHOM, Truth.YES, "self"));
    private Level level = Level.L4_STANDARD;
    private Category category = Category.THR;
    private int score = 10;
    private boolean suspectedOnly;
    private List<String> questions = List.of();
    private Set<Tag> tags = Set.of();
    private @Nullable MailboxAddress mailbox;
    private @Nullable Capsule capsule = new Capsule(Bytes.ofUtf8("a capsule nobody here can open"));
    private @Nullable Mark mark = new Mark("5".repeat(64));
    private List<String> windows = List.of();
    private List<AttachmentPromise> attachments = List.of();
    private DigitalEvidence evidence = DigitalEvidence.NONE;

    public static FiledReports aFiledReport() {
        return new FiledReports();
    }

    public FiledReports of(IntakeId same) {
        id = same;
        return this;
    }

    public FiledReports as(int number) {
        sequence = number;
        return this;
    }

    public FiledReports saying(String words) {
        story = words;
        return this;
    }

    public FiledReports judged(Level said) {
        level = said;
        return this;
    }

    public FiledReports about(Category what) {
        category = what;
        return this;
    }

    public FiledReports scoring(int points) {
        score = points;
        return this;
    }

    public FiledReports onSuspicion() {
        suspectedOnly = true;
        return this;
    }

    public FiledReports unconfirmed() {
        unconfirmed = true;
        return this;
    }

    public FiledReports drill() {
        drill = true;
        return this;
    }

    public FiledReports in(String citizensLocale) {
        locale = citizensLocale;
        return this;
    }

    public FiledReports over(String way) {
        channel = way;
        return this;
    }

    public FiledReports at(Instant when) {
        at = when;
        return this;
    }

    public FiledReports with(Fact fact) {
        facts = facts.with(fact);
        return this;
    }

    public FiledReports tagged(Tag... more) {
        tags = Set.of(more);
        return this;
    }

    public FiledReports reachedAt(MailboxAddress address) {
        mailbox = address;
        return this;
    }

    public FiledReports foundBy(@Nullable Mark by) {
        mark = by;
        return this;
    }

    public FiledReports withoutCapsule() {
        capsule = null;
        return this;
    }

    public FiledReports inWindows(String... parts) {
        windows = List.of(parts);
        return this;
    }

    public FiledReports promising(AttachmentPromise... promises) {
        attachments = List.of(promises);
        return this;
    }

    public FiledReports pointingAt(DigitalEvidence threatenedFrom) {
        evidence = threatenedFrom;
        return this;
    }

    public FiledReport build() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Line.Speaker.CITIZEN, story, null, at));
        questions.forEach(asked -> lines.add(new Line(Line.Speaker.CITIZEN, "yes", asked, at)));
        return new FiledReport(
                id,
                sequence,
                unconfirmed,
                drill,
                at,
                locale,
                channel,
                story,
                lines,
                facts,
                assessment(),
                List.of(new Consent("report", true, "1", locale, at, "web")),
                mailbox,
                capsule,
                mark,
                windows,
                attachments,
                evidence);
    }

    /** With an answer to each of these questions beside the story. */
    public FiledReports answering(String... asked) {
        questions = List.of(asked);
        return this;
    }

    /** What the bot node said of it. */
    public Assessment assessment() {
        Evidence evidence =
                new Evidence(0, Math.min(4, story.length()), story.substring(0, Math.min(4, story.length())));
        return new Assessment(
                Language.ARABIC,
                category,
                List.of(),
                level,
                score,
                suspectedOnly,
                true,
                facts,
                List.of(new Reason("R43", "1", level, "a reason", List.of(), suspectedOnly, evidence)),
                List.of(),
                tags,
                "none",
                "1");
    }
}
