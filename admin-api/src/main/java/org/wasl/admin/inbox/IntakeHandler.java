package org.wasl.admin.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.wasl.admin.alert.AlertDesk;
import org.wasl.admin.awareness.AwarenessDesk;
import org.wasl.admin.casework.AttachmentIntake;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.receipt.ReceiptDesk;
import org.wasl.admin.reply.CapsuleAnswers;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.statistics.ChatIntake;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeOpener;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opening;
import org.wasl.triage.seal.Refusal;

/**
 * Opens one entry and hands it to whom it is for. Harmless to call again with the same entry: each of those knows a
 * repeat by the entry's own ids.
 */
final class IntakeHandler {
    private final IntakeOpener opener;
    private final CaseIntake cases;
    private final AttachmentIntake attachments;
    private final MailboxDesk mailboxes;
    private final CapsuleAnswers capsules;
    private final AlertDesk alerts;
    private final AwarenessDesk awareness;
    private final ChatIntake chats;
    private final ReceiptDesk receipts;
    private final Quarantine quarantine;
    private final MeterRegistry meters;

    IntakeHandler(
            IntakeOpener opener,
            CaseIntake cases,
            AttachmentIntake attachments,
            MailboxDesk mailboxes,
            CapsuleAnswers capsules,
            AlertDesk alerts,
            AwarenessDesk awareness,
            ChatIntake chats,
            ReceiptDesk receipts,
            Quarantine quarantine,
            MeterRegistry meters) {
        this.opener = opener;
        this.cases = cases;
        this.attachments = attachments;
        this.mailboxes = mailboxes;
        this.capsules = capsules;
        this.alerts = alerts;
        this.awareness = awareness;
        this.chats = chats;
        this.receipts = receipts;
        this.quarantine = quarantine;
        this.meters = meters;
    }

    /** When this returns, what the entry says is durable, and the entry may be forgotten. */
    void handle(Bytes sealed) {
        if (AttachmentOpener.isChunk(sealed)) {
            if (!attachments.keep(sealed)) {
                quarantine.refused(sealed, Refusal.NOT_SIGNED);
            }
            return;
        }
        switch (opener.open(sealed)) {
            case Opening.Opened<IntakeEntry> opened -> handle(opened, sealed);
            case Opening.Refused<IntakeEntry> refused -> quarantine.refused(sealed, refused.reason());
        }
    }

    private void handle(Opening.Opened<IntakeEntry> opened, Bytes sealed) {
        String digest = opened.digest().toHex();
        switch (opened.entry()) {
            case IntakeEntry.Filed filed -> placed(cases.receive(filed.report(), digest), sealed);
            case IntakeEntry.Unread unread -> placed(cases.receive(unread, digest), sealed);
            case IntakeEntry.Delivered delivered -> mailboxes.delivered(delivered);
            case IntakeEntry.Seen seen -> alerts.seen(seen);
            case IntakeEntry.OfficerLinked linked -> alerts.linked(linked);
            case IntakeEntry.CapsuleAsked asked -> capsules.asked(asked);
            case IntakeEntry.WithdrawAsked asked -> took("withdraw", mailboxes.withdrawAsked(asked));
            case IntakeEntry.EraseAsked asked -> took("erase", mailboxes.eraseAsked(asked));
            case IntakeEntry.Struck struck -> took("struck", cases.strike(struck));
            case IntakeEntry.ContactSeen seen -> mailboxes.contactSeen(seen);
            case IntakeEntry.ContactChosen chosen -> mailboxes.contactChosen(chosen);
            case IntakeEntry.CampaignsCounted counted -> awareness.counted(counted);
            case IntakeEntry.ConversationsCounted counted -> chats.counted(counted);
            case IntakeEntry.ReceiptMinted minted -> receipts.minted(minted);
            case IntakeEntry.Doubted doubted -> mailboxes.doubted(doubted);
            case IntakeEntry.AttachmentArrived arrived -> took("attachment", attachments.arrived(arrived));
            case IntakeEntry.AttachmentMissing missing -> took("attachment", attachments.missing(missing));
            case IntakeEntry.AttachmentWithheld withheld -> took("attachment", attachments.withheld(withheld));
        }
    }

    private void placed(CaseIntake.Outcome outcome, Bytes sealed) {
        took("filed", outcome);
        if (outcome == CaseIntake.Outcome.TOO_LARGE) {
            quarantine.parked(sealed, "too-large");
        }
    }

    private void took(String kind, Enum<?> outcome) {
        meters.counter("wasl.intake.taken", "kind", kind, "outcome", outcome.name())
                .increment();
    }
}
