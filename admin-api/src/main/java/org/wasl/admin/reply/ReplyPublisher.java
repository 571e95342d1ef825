package org.wasl.admin.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseReport;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.casework.HotCase;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.MailboxAddress;

/** Hands replies to the bot, and again until they are delivered. The bot goes by the reply's id, so twice is once. */
final class ReplyPublisher {
    private static final Logger log = LoggerFactory.getLogger(ReplyPublisher.class);

    private final CaseBook book;
    private final NoticeDrop notices;
    private final ReplySettings settings;
    private final Clock clock;

    ReplyPublisher(CaseBook book, NoticeDrop notices, ReplySettings settings, Clock clock) {
        this.book = book;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hands one reply over now. When the store is away it stays waiting, and the sweep tries again. */
    void publish(CaseNumber number, String replyId) {
        Case held = book.read(number).orElse(null);
        DeskReply reply = held == null ? null : held.reply(replyId).orElse(null);
        if (held == null || held.takenBack() || reply == null || reply.delivered() != null) {
            return;
        }
        CaseReport report = held.report(reply.report()).orElse(null);
        MailboxAddress mailbox = report == null ? null : report.mailbox();
        if (report == null || mailbox == null) {
            return;
        }
        if (drop(new DeskNotice.ReplyPublished(replyId, mailbox.id(), reply.sealed(), report.capsule()))) {
            Instant now = clock.instant();
            book.change(number, later -> later.reply(replyId, one -> one.publishedAgain(now)));
        }
    }

    /** Leaves a notice; {@code false} when it could not be left now. */
    boolean drop(DeskNotice notice) {
        try {
            boolean dropped = notices.drop(notice) == NoticeDrop.Outcome.DROPPED;
            if (!dropped) {
                log.warn("notices: the stream is full, the bot seems to be away");
            }
            return dropped;
        } catch (RuntimeException away) {
            log.warn("notices: could not be left: {}", away.getClass().getSimpleName());
            return false;
        }
    }

    /** Hands over what is due again. */
    void sweep() {
        Instant now = clock.instant();
        for (HotCase held : book.hot()) {
            for (HotCase.PendingReply pending : held.pendingReplies()) {
                if (due(pending, now)) {
                    publish(held.number(), pending.replyId());
                }
            }
        }
    }

    private boolean due(HotCase.PendingReply pending, Instant now) {
        Optional<Instant> last = Optional.ofNullable(pending.publishedAt());
        Duration pause = settings.pause(pending.published());
        return last.map(at -> !now.isBefore(at.plus(pause))).orElse(true);
    }
}
