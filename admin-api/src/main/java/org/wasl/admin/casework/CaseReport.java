package org.wasl.admin.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.Line;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.FactSource;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Report;

/**
 * One report of a case with all that came to it, ordered by the sequence inside the seal, not by arrival.
 *
 * @param parts one for each sequence that came; gaps are possible and are not waited for
 * @param disputed filings that came under a sequence already taken, with other content: kept, never merged
 * @param mailbox where replies go; the first that came, since a later one could be somebody else's
 * @param capsule lets the bot find a live chat; {@code null} when the person may not be written to
 * @param mark by which the bot asks for the capsule; never shown to staff
 * @param windows day parts in which a message may arrive; empty means none chosen
 * @param codeWord a word agreed on with the person: staff begin with it, and know them by it; {@code null} for none
 * @param assessment the desk's own assessment of the sum of all parts
 * @param news what became of the attachments its parts promised
 * @param struck sentences the person took out after they were filed: assessed for ever, shown no more
 */
public record CaseReport(
        IntakeId id,
        String locale,
        String channel,
        List<ReportPart> parts,
        List<ReportPart> disputed,
        @Nullable MailboxAddress mailbox,
        @Nullable Capsule capsule,
        @Nullable Mark mark,
        List<String> windows,
        @Nullable String codeWord,
        Assessment assessment,
        List<AttachmentNews> news,
        List<String> struck) {

    /** Stands for each letter of what was struck, so that places in the text stay what they were. */
    private static final char BLOT = '█';

    private static final int MOST_STRUCK = 500;

    public CaseReport {
        parts = List.copyOf(parts);
        disputed = List.copyOf(disputed);
        windows = List.copyOf(windows);
        news = ReportPart.orNone(news);
        struck = ReportPart.orNone(struck);
    }

    /** The filing with the highest sequence. */
    public ReportPart latest() {
        return parts.getLast();
    }

    /** The whole transcript, oldest first. */
    public List<Line> transcript() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    /**
     * What points at the one who threatens: of the last filing that said any, since a later answer corrects an earlier
     * one. Sealed with the case; an index over {@link org.wasl.triage.evidence.AccusedHandle#identity} is to be made from
     * here.
     */
    public DigitalEvidence evidence() {
        return parts.reversed().stream()
                .map(ReportPart::evidence)
                .filter(evidence -> !evidence.nothing())
                .findFirst()
                .orElse(DigitalEvidence.NONE);
    }

    /** A text of this report as it may be shown: without what was struck. */
    public String shown(String text) {
        String shown = text;
        for (String sentence : struck) {
            if (!sentence.isBlank()) {
                shown = shown.replace(sentence, String.valueOf(BLOT).repeat(sentence.length()));
            }
        }
        return shown;
    }

    /** Words out of a text, such as the evidence of a reason: blotted whole where they touch what was struck. */
    public String shownWords(String words) {
        boolean touched = struck.stream().anyMatch(sentence -> sentence.contains(words) || words.contains(sentence));
        return touched ? String.valueOf(BLOT).repeat(words.length()) : words;
    }

    /** These sentences are struck from now on; what they said of danger stands. */
    CaseReport striking(List<String> sentences) {
        Set<String> all = new LinkedHashSet<>(struck);
        all.addAll(sentences);
        return new CaseReport(
                id,
                locale,
                channel,
                parts,
                disputed,
                mailbox,
                capsule,
                mark,
                windows,
                codeWord,
                assessment,
                news,
                all.stream().limit(MOST_STRUCK).toList());
    }

    /** Whether a sequence is missing among those that came. */
    public boolean hasGaps() {
        return latest().sequence() != parts.size() - 1;
    }

    /** Whether the bot's last word on the level is another than the desk's. */
    public boolean assessmentDiffers() {
        Assessment said = latest().said();
        return said != null && (said.level() != assessment.level() || said.category() != assessment.category());
    }

    /** Everything sent beside words, in the order it was sent, and what became of it. */
    public List<Attachment> attachments() {
        Map<AttachmentId, AttachmentPromise> promised = new LinkedHashMap<>();
        Stream.concat(parts.stream(), disputed.stream())
                .flatMap(part -> part.attachments().stream())
                .forEach(promise -> promised.putIfAbsent(promise.id(), promise));
        // One that came although nothing announced it is shown all the same.
        news.forEach(one -> promised.putIfAbsent(
                one.id(), new AttachmentPromise(one.id(), AttachmentPromise.Kind.FILE, null, one.at(), false)));
        return promised.values().stream()
                .sorted(Comparator.comparing(AttachmentPromise::at))
                .map(promise -> Attachment.of(promise, newsOf(promise.id())))
                .toList();
    }

    /** What is known of one attachment; {@code null} while nothing is. */
    @Nullable
    AttachmentNews newsOf(AttachmentId id) {
        return news.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    CaseReport with(AttachmentNews fresh) {
        List<AttachmentNews> next = new ArrayList<>(news);
        next.removeIf(one -> one.id().equals(fresh.id()));
        next.add(fresh);
        return new CaseReport(
                id,
                locale,
                channel,
                parts,
                disputed,
                mailbox,
                capsule,
                mark,
                windows,
                codeWord,
                assessment,
                next,
                struck);
    }

    /** Whether it came with voice notes that no person has heard; a program never does. */
    public boolean unheard() {
        return attachments().stream().anyMatch(Attachment::unheard);
    }

    /** Whether somebody who looked at something of it said that nobody may look at it. */
    boolean flagged() {
        return news.stream().anyMatch(one -> one.flagged() != null);
    }

    /**
     * Whether no picture of it may be looked at: a child is concerned, or one may show what nobody may look at. Then the
     * originals stay sealed for the competent authority.
     */
    public boolean picturesShut() {
        boolean child = parts.stream()
                .map(ReportPart::facts)
                .anyMatch(facts -> facts.holds(FactKey.MINOR) || facts.holds(FactKey.CSAM_SUSPECT));
        return child
                || assessment.facts().holds(FactKey.MINOR)
                || assessment.facts().holds(FactKey.CSAM_SUSPECT)
                || attachments().stream()
                        .anyMatch(one ->
                                one.state() == Attachment.State.WITHHELD || one.state() == Attachment.State.FLAGGED);
    }

    /** Whether it was told on the telephone or at the desk: who told it has no number from the chat. */
    public boolean told() {
        return Stream.of(Call.Channel.values()).map(Call.Channel::wire).anyMatch(channel::equals);
    }

    /** Whether something in it could not be worked through by the bot. */
    public boolean unread() {
        return parts.stream().anyMatch(ReportPart::unread);
    }

    @Nullable
    ReportPart part(int sequence) {
        return parts.stream()
                .filter(part -> part.sequence() == sequence)
                .findFirst()
                .orElse(null);
    }

    /** Whether this very filing stands here already. */
    boolean holds(int sequence, String digest) {
        return Stream.concat(parts.stream(), disputed.stream())
                .anyMatch(part -> part.sequence() == sequence && part.digest().equals(digest));
    }

    CaseReport with(ReportPart part) {
        List<ReportPart> more = new ArrayList<>(parts);
        more.add(part);
        more.sort(Comparator.comparingInt(ReportPart::sequence));
        return new CaseReport(
                id,
                locale,
                channel,
                more,
                disputed,
                mailbox,
                capsule,
                mark,
                windows,
                codeWord,
                assessment,
                news,
                struck);
    }

    CaseReport withDisputed(ReportPart part) {
        List<ReportPart> more = new ArrayList<>(disputed);
        more.add(part);
        return new CaseReport(
                id, locale, channel, parts, more, mailbox, capsule, mark, windows, codeWord, assessment, news, struck);
    }

    CaseReport reachedBy(
            @Nullable MailboxAddress mailbox, @Nullable Capsule capsule, @Nullable Mark mark, List<String> windows) {
        return new CaseReport(
                id,
                locale,
                channel,
                parts,
                disputed,
                mailbox,
                capsule,
                mark,
                windows,
                codeWord,
                assessment,
                news,
                struck);
    }

    /** As the person said last. */
    public CaseReport wanting(List<String> windows, @Nullable String codeWord) {
        return new CaseReport(
                id,
                locale,
                channel,
                parts,
                disputed,
                mailbox,
                capsule,
                mark,
                windows,
                codeWord,
                assessment,
                news,
                struck);
    }

    /** Found in this chat from now on; in none with {@code null}. */
    public CaseReport foundIn(@Nullable Capsule capsule, @Nullable Mark mark) {
        return reachedBy(mailbox, capsule, mark, windows);
    }

    /** Without what leads back to a chat: the person can be reached by their receipt alone. */
    CaseReport forgotten() {
        return reachedBy(mailbox, null, null, windows);
    }

    CaseReport assessed(Assessment assessment) {
        return new CaseReport(
                id,
                locale,
                channel,
                parts,
                disputed,
                mailbox,
                capsule,
                mark,
                windows,
                codeWord,
                assessment,
                news,
                struck);
    }

    /**
     * All there is, as triage reads it: the longest story, what earlier and disputed ones hold beside it, and every fact
     * that was chosen or set. What the bot read from free text is left out, since triage reads the same text again.
     */
    public Report sum() {
        return sumOf(Stream.concat(parts.stream(), disputed.stream()).toList());
    }

    static Report sumOf(List<ReportPart> parts) {
        List<String> stories = new ArrayList<>();
        Facts facts = Facts.NONE;
        for (ReportPart part : parts.reversed()) {
            if (stories.stream().noneMatch(story -> story.contains(part.story()))) {
                stories.add(part.story());
            }
            for (Fact fact : part.facts()) {
                if (fact.source() != FactSource.FREE_TEXT) {
                    facts = facts.with(fact);
                }
            }
        }
        return new Report(String.join("\n", stories), facts);
    }

    @Override
    public String toString() {
        return "CaseReport[" + id.value() + ", redacted]";
    }
}
