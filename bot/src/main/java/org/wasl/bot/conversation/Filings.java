package org.wasl.bot.conversation;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.conversation.Conversation.Filing;
import org.wasl.bot.conversation.Conversation.Mailbox;
import org.wasl.bot.conversation.Conversation.Sent;
import org.wasl.bot.conversation.Effect.Purpose;
import org.wasl.triage.assessment.Assessment;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;

/** What of a conversation goes to the team, and when. */
final class Filings {

    /** Long silence after a filed danger, or after words triage could not read. */
    static final String LOST = "lost";

    /** Rules that file before the notice was read: present danger, grave injury, self-harm under way, duress. */
    private static final Set<String> BEFORE_NOTICE = Set.of("R01", "R03", "R18", "R37");

    /** Rules that ask once more after "only advice". */
    private static final Set<String> VITAL = Set.of("R01", "R18", "R22");

    private static final String UNREAD_RULE = "U01";
    private static final int ID_BYTES = 16;

    private final Talk talk;
    private boolean told;

    Filings(Talk talk) {
        this.talk = talk;
    }

    /**
     * Looks at what is known after something was added. Danger is filed in this very turn. Answers the step a
     * conversation must go to instead of its next one; {@code null} when it may go on.
     */
    @Nullable
    String settle() {
        if (talk.nothingSaid()) {
            return null;
        }
        Assessment assessment = talk.assessment();
        if (talk.is(Flag.ONLY_ADVICE)) {
            return askOnceMore(assessment);
        }
        if (talk.activeFiling() == null && mayFile(assessment)) {
            talk.fileNow = true;
            begin(false);
            if (!duress()) {
                tell();
            }
        }
        return emergency(assessment);
    }

    private boolean mayFile(Assessment assessment) {
        return danger(assessment)
                && !talk.is(Flag.HELD_BACK)
                && (talk.is(Flag.CONSENTED) || immediate(assessment, BEFORE_NOTICE));
    }

    /** Urgent for a reason that is about the person, not only because triage could not read the words. */
    private static boolean danger(Assessment assessment) {
        return assessment.reasons().stream()
                .anyMatch(reason -> reason.floor().urgent() && !reason.rule().equals(UNREAD_RULE));
    }

    /**
     * The conversation comes to rest. Words triage could not read go to a human's eye now, as what they are: nobody is
     * told of a danger, and nothing is said at all.
     */
    void rest() {
        settle();
        if (unread()) {
            begin(false);
            talk.fileNow = true;
        }
        flush();
    }

    /** Whether something lies here that only a human can read and that no human has yet. */
    boolean unread() {
        return talk.activeFiling() == null
                && (talk.is(Flag.UNREAD) || talk.unheard())
                && talk.is(Flag.CONSENTED)
                && !talk.is(Flag.ONLY_ADVICE)
                && !talk.is(Flag.HELD_BACK);
    }

    private static boolean immediate(Assessment assessment, Set<String> rules) {
        return assessment.reasons().stream()
                .anyMatch(reason -> rules.contains(reason.rule()) && reason.floor() == Level.L1_IMMEDIATE);
    }

    private @Nullable String askOnceMore(Assessment assessment) {
        if (talk.is(Flag.ASKED_AGAIN) || !immediate(assessment, VITAL)) {
            return null;
        }
        talk.flags.add(Flag.ASKED_AGAIN);
        return talk.flow.onceMore();
    }

    /** Words of present danger lead to the emergency path once, from wherever they were said. */
    private @Nullable String emergency(Assessment assessment) {
        if (talk.is(Flag.EMERGENCY) || talk.is(Flag.HELD_BACK) || duress() || !immediate(assessment, BEFORE_NOTICE)) {
            return null;
        }
        talk.flags.add(Flag.EMERGENCY);
        return talk.flow.emergency();
    }

    /**
     * The word for duress was written, which tells the team whatever else was chosen: what is held back or was for advice
     * only stays here all the same, and the sign goes alone.
     */
    void duressSaid() {
        if (talk.activeFiling() == null) {
            talk.flags.add(Flag.FILED_UNSEEN);
            begin(false);
        }
        if (talk.is(Flag.ONLY_ADVICE) || talk.is(Flag.HELD_BACK)) {
            Filing filing = Objects.requireNonNull(talk.activeFiling());
            talk.effects.addFirst(file(filing, false));
            count(filing);
        } else {
            talk.fileNow = true;
        }
    }

    private boolean duress() {
        return talk.chosen().isYes(FactKey.DURESS);
    }

    private void tell() {
        if (!told) {
            told = true;
            Speech.say(talk, "filed.danger", Map.of(), List.of(Speech.move(talk, Move.TAKE_BACK)), Purpose.INFORMATION);
        }
    }

    /** The person looked it over and sends it. */
    void confirm() {
        if (talk.is(Flag.ONLY_ADVICE)) {
            return;
        }
        talk.flags.remove(Flag.HELD_BACK);
        begin(true);
        talk.fileNow = true;
    }

    /** The person asks for a human, or writes on after coming back with a receipt: it goes to the team as it is. */
    void send() {
        if (talk.is(Flag.CONSENTED) && !talk.is(Flag.ONLY_ADVICE)) {
            begin(false);
            talk.fileNow = true;
        }
    }

    private void begin(boolean confirmed) {
        Filing filing = talk.activeFiling();
        if (filing == null) {
            Resting.leaveReport(talk);
            String id = HexFormat.of().formatHex(talk.context.entropy().bytes(ID_BYTES));
            talk.filing = new Filing(id, 0, confirmed, false, false);
        } else if (confirmed && !filing.confirmed()) {
            talk.filing = new Filing(filing.id(), filing.next(), true, false, filing.mailboxSent());
        }
    }

    /** Keeps the transcript that waits to be filed within its limit, without losing a line of a filed report. */
    void makeRoom() {
        if (talk.lines.size() > talk.material.settings().maxLines()) {
            if (talk.activeFiling() != null) {
                flush();
            } else {
                talk.lines.removeFirst();
            }
        }
    }

    /** The receipt's mailbox became known after the first filing. */
    void mailboxKnown() {
        Filing filing = talk.activeFiling();
        if (filing != null && !filing.mailboxSent()) {
            talk.fileNow = true;
        }
    }

    /** Silence after danger is a fact of its own; after words nobody could read it is the moment to hand them over. */
    void lost() {
        if (unread()) {
            rest();
            return;
        }
        if (talk.activeFiling() != null && !talk.known().holds(FactKey.LOST_CONTACT)) {
            talk.told.add(Fact.chosen(FactKey.LOST_CONTACT, Truth.YES));
            talk.changed();
            talk.fileNow = true;
        }
    }

    /** Puts what is due into this turn's effects: the report itself, or a follow-up. */
    void flush() {
        Filing filing = talk.activeFiling();
        if (filing == null || talk.is(Flag.HELD_BACK) || talk.is(Flag.ONLY_ADVICE)) {
            return;
        }
        if (talk.fileNow || !talk.lines.isEmpty() || !talk.sent.isEmpty()) {
            talk.effects.addFirst(file(filing, true));
            talk.sent.forEach(sent -> talk.effects.add(
                    sent.withheld()
                            ? new Effect.Withhold(
                                    new IntakeId(filing.id()), new AttachmentId(sent.id()), sent.promise())
                            : new Effect.Work(new WorkRequest.FetchAttachment(
                                    filing.id(), sent.id(), sent.kind(), sent.promise()))));
            talk.fileNow = false;
            talk.lines.clear();
            talk.sent.clear();
            count(filing);
            if (talk.reach.word() == null) {
                talk.reach = talk.reach.told(fingerprint());
            }
        }
    }

    private void count(Filing filing) {
        boolean mailbox = filing.mailboxSent() || mailbox() != null;
        talk.filing = new Filing(filing.id(), filing.next() + 1, filing.confirmed(), false, mailbox);
    }

    /** {@code whole} is everything known; otherwise the sign of duress and not a word beside it. */
    private Effect.File file(Filing filing, boolean whole) {
        Mailbox mailbox = mailbox();
        Facts sign = Facts.of(Fact.chosen(FactKey.DURESS, Truth.YES));
        return new Effect.File(
                new IntakeId(filing.id()),
                filing.next(),
                !filing.confirmed(),
                false,
                talk.words().locale(),
                whole ? talk.storyText() : "",
                whole ? List.copyOf(talk.lines) : List.of(),
                whole ? talk.known() : sign,
                whole ? talk.assessment() : talk.material.triage().apply(new Report("", sign)),
                List.copyOf(talk.consents),
                talk.reach.windows(),
                mailbox == null ? null : address(mailbox),
                mailbox == null ? null : Bytes.ofHex(mailbox.privateReplyKey()),
                talk.terms(),
                reachable(),
                whole ? talk.sent.stream().map(Filings::promise).toList() : List.of(),
                whole ? Pointers.of(talk) : DigitalEvidence.NONE);
    }

    private static AttachmentPromise promise(Sent sent) {
        return new AttachmentPromise(
                new AttachmentId(sent.id()),
                AttachmentPromise.Kind.valueOf(sent.kind().name()),
                sent.question().isEmpty() ? null : sent.question(),
                sent.at(),
                sent.withheld());
    }

    private boolean reachable() {
        return !duress();
    }

    /**
     * Tells the desk when how the person may be reached, or how their chat opens, is no longer what it was told. A
     * report carries most of it; the agreed word goes by itself.
     */
    void contact() {
        talk.takeWindows();
        Filing filing = talk.activeFiling();
        Mailbox mailbox = mailbox();
        boolean stands = filing != null && (filing.next() > 0 || filing.confirmed() && mailbox != null);
        int now = fingerprint();
        if (filing == null || !stands || now == talk.reach.told() || talk.is(Flag.HELD_BACK)) {
            return;
        }
        talk.reach = talk.reach.told(now);
        contact(filing.id(), mailbox, talk.terms(), reachable());
    }

    /** The same about a mailbox this conversation was not let into. */
    void contact(String id, @Nullable Mailbox mailbox, ChatTerms terms, boolean reachable) {
        talk.effects.add(new Effect.Contact(
                new IntakeId(id),
                mailbox == null ? null : address(mailbox),
                mailbox == null ? null : Bytes.ofHex(mailbox.privateReplyKey()),
                terms,
                reachable));
    }

    /** Never 0, which stands for nothing told. */
    private int fingerprint() {
        ChatTerms terms = talk.terms();
        // Of strings and numbers alone: others hash differently after a restart.
        int print = Objects.hash(
                terms.windows().wire(),
                terms.closed(),
                terms.codeWord(),
                terms.locale(),
                terms.pin(),
                terms.wrongPins(),
                mailbox() == null,
                reachable());
        return print == 0 ? 1 : print;
    }

    @Nullable
    Mailbox mailbox() {
        return talk.receipt == null ? null : talk.receipt.mailbox();
    }

    private static MailboxAddress address(Mailbox mailbox) {
        return new MailboxAddress(
                mailbox.id(), Bytes.ofHex(mailbox.replyKey()), Bytes.ofHex(mailbox.verifyKey()), mailbox.pepper());
    }

    /** The person takes back what was filed for them. */
    boolean takeBack() {
        Filing filing = talk.activeFiling();
        if (filing == null || !talk.is(Flag.FILED)) {
            return false;
        }
        Mailbox mailbox = mailbox();
        IntakeId id = new IntakeId(filing.id());
        talk.effects.add(new Effect.Tell(
                mailbox == null
                        ? new IntakeEntry.WithdrawAsked(id, null, talk.at, null)
                        : signer(mailbox).withdraw(id, mailbox.id(), talk.at)));
        talk.filing = new Filing(filing.id(), filing.next(), filing.confirmed(), true, filing.mailboxSent(), mailbox);
        talk.flags.add(Flag.HELD_BACK);
        talk.cancelTimer(LOST);
        return true;
    }

    /** Asks the desk to erase all that this chat has filed as far as it remembers. */
    void erase() {
        Set<String> asked = new HashSet<>();
        erase(talk.filing, mailbox(), asked);
        Conversation held = talk.held;
        if (held != null) {
            erase(held.filing(), held.receipt() == null ? null : held.receipt().mailbox(), asked);
        }
        talk.earlier.forEach(filing -> erase(filing, null, asked));
    }

    /** @param open the mailbox of the conversation, where the report is the one it has open */
    private void erase(@Nullable Filing filing, @Nullable Mailbox open, Set<String> asked) {
        if (filing == null || !asked.add(filing.id())) {
            return;
        }
        IntakeId id = new IntakeId(filing.id());
        Mailbox mailbox = filing.mailbox() == null ? open : filing.mailbox();
        talk.effects.add(new Effect.Tell(
                mailbox == null
                        ? new IntakeEntry.EraseAsked(id, null, talk.at, null)
                        : signer(mailbox).erase(id, mailbox.id(), talk.at)));
    }

    private static WithdrawSigner signer(Mailbox mailbox) {
        return new WithdrawSigner(Bytes.ofHex(mailbox.privateSignKey()));
    }

    /** Whether the person went; the team sees that they cannot be written to now. */
    void gone() {
        Filing filing = talk.activeFiling();
        if (filing != null && filing.next() > 0) {
            talk.effects.add(new Effect.Tell(new IntakeEntry.ContactSeen(new IntakeId(filing.id()), false, talk.at)));
        }
    }
}
