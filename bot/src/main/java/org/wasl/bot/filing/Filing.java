package org.wasl.bot.filing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.Effect;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.mailbox.ChatTerms;
import org.wasl.triage.seal.Bytes;

/**
 * Makes of what the dialogue files what crosses to the desk: capsule and mark added, signed, sealed. The bytes go into
 * the turn's own step, so a report is in intake exactly when the turn happened. Holds nothing that opens.
 */
public final class Filing {

    /** Signs and seals one entry for the desk. */
    public interface Seal {
        Bytes seal(IntakeEntry entry);
    }

    /** Seals address and reply key by the bot to itself. */
    public interface CapsuleSeal {
        Capsule seal(ChannelAddress address, @Nullable Bytes replyKey, int pepper, ChatTerms terms, String about);
    }

    /** Makes the mark of an address. */
    public interface Marks {
        Mark of(ChannelAddress address);
    }

    private final Seal seal;
    private final CapsuleSeal capsules;
    private final Marks marks;

    public Filing(Seal seal, CapsuleSeal capsules, Marks marks) {
        this.seal = seal;
        this.capsules = capsules;
        this.marks = marks;
    }

    /** The sealed report. Without a mailbox yet, the capsule is bound to the report's own id. */
    public Bytes report(Effect.File file, ChannelAddress from, Instant now) {
        MailboxAddress mailbox = file.mailbox();
        Capsule capsule = null;
        Mark mark = null;
        if (file.reachable()) {
            String about = mailbox == null ? file.id().value() : mailbox.id();
            capsule = capsules.seal(from, file.privateReplyKey(), pepper(mailbox), file.terms(), about);
            mark = marks.of(from);
        }
        FiledReport report = new FiledReport(
                file.id(),
                file.sequence(),
                file.unconfirmed(),
                file.drill(),
                now,
                file.locale(),
                from.kind().name(),
                file.story(),
                List.copyOf(file.lines()),
                file.facts(),
                file.assessment(),
                List.copyOf(file.consents()),
                mailbox,
                capsule,
                mark,
                List.copyOf(file.windows()),
                List.copyOf(file.attachments()),
                file.evidence());
        return seal.seal(new IntakeEntry.Filed(report));
    }

    /** How the person may be reached from now on, sealed, with the capsule of the chat they are in. */
    public Bytes contact(Effect.Contact contact, ChannelAddress from, Instant now) {
        MailboxAddress mailbox = contact.mailbox();
        String about = mailbox == null ? contact.id().value() : mailbox.id();
        Capsule capsule = contact.reachable()
                ? capsules.seal(from, contact.privateReplyKey(), pepper(mailbox), contact.terms(), about)
                : null;
        return seal.seal(new IntakeEntry.ContactChosen(
                contact.id(),
                mailbox == null ? null : mailbox.id(),
                contact.terms().windows().wire(),
                contact.terms().codeWord(),
                capsule,
                capsule == null ? null : marks.of(from),
                now));
    }

    private static int pepper(@Nullable MailboxAddress mailbox) {
        return mailbox == null ? 0 : mailbox.pepper();
    }

    /** Anything else for the desk, sealed. */
    public Bytes tell(IntakeEntry entry) {
        return seal.seal(entry);
    }

    /**
     * What the bot could not work through, sealed: a human looks now. Text too long for one entry is cut; the rest is
     * still in the person's chat, and a part read is better than the whole refused.
     */
    public Bytes unread(IntakeId id, ChannelAddress from, String locale, String text, Instant at) {
        Mark mark = marks.of(from);
        String channel = from.kind().name();
        for (String part = text; ; part = half(part)) {
            try {
                return seal.seal(new IntakeEntry.Unread(id, 0, at, locale, channel, part, mark));
            } catch (IllegalArgumentException tooLong) {
                if (part.isEmpty()) {
                    throw tooLong;
                }
            }
        }
    }

    private static String half(String text) {
        int middle = text.length() / 2;
        boolean splits = middle > 0 && Character.isHighSurrogate(text.charAt(middle - 1));
        return text.substring(0, splits ? middle - 1 : middle);
    }

    public Mark mark(ChannelAddress address) {
        return marks.of(address);
    }

    public Capsule capsule(ChannelAddress address, @Nullable Bytes replyKey, String about) {
        return capsules.seal(address, replyKey, 0, ChatTerms.NONE, about);
    }
}
