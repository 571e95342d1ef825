package org.wasl.admin.reply;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseReport;
import org.wasl.triage.intake.DeskNotice;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;

/**
 * Tells the bot of erased reports, and again until it can no longer be needed: the case is gone by then, so the notice
 * itself is kept, sealed to the bot, under the intake id.
 *
 * <p>It ends when every copy the bot's store could be restored from is gone ({@link ReplySettings#erasedTold}), and at
 * once when the mailbox is in use again, since the notice would empty what the person wrote after erasing. What it keeps
 * is bounded by the cases erased in that time. Times stand in memory only: in the store there is the day.
 */
final class ErasureNotices {
    private static final Logger log = LoggerFactory.getLogger(ErasureNotices.class);
    private static final String ERASED = "erased";

    private final MongoTemplate mongo;
    private final CaseBook book;
    private final NoticeDrop notices;
    private final ReplySettings settings;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private Instant nextWalk = Instant.MIN;

    ErasureNotices(MongoTemplate mongo, CaseBook book, NoticeDrop notices, ReplySettings settings, Clock clock) {
        this.mongo = mongo;
        this.book = book;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    private record Waiting(Bytes sealed, @Nullable String mailbox, LocalDate day, int told, Instant next) {}

    /** Keeps what has to be told of a case that is about to be erased. Durable when it returns; may be called again. */
    synchronized void keep(Case held) {
        Instant now = clock.instant();
        for (CaseReport report : held.reports()) {
            MailboxAddress address = report.mailbox();
            DeskNotice notice =
                    new DeskNotice.Erased(report.id(), address == null ? null : address.id(), report.capsule());
            String mailbox = address == null ? null : CaseBook.mailboxHash(address.id());
            Waiting one = new Waiting(notices.sealed(notice), mailbox, day(now), 0, now);
            collection()
                    .replaceOne(
                            Filters.eq("_id", report.id().value()),
                            document(report.id().value(), one),
                            new ReplaceOptions().upsert(true));
            waiting.put(report.id().value(), one);
        }
    }

    /** Takes back what was kept of a case that is not erased after all. */
    synchronized void cancel(Case held) {
        for (CaseReport report : held.reports()) {
            collection().deleteOne(Filters.eq("_id", report.id().value()));
            waiting.remove(report.id().value());
        }
    }

    /** Tells what is due. Kept notices of other nodes are taken up every now and then. */
    synchronized void sweep() {
        Instant now = clock.instant();
        if (!now.isBefore(nextWalk)) {
            walk(now);
            nextWalk = now.plus(settings.erasedWalk());
        }
        for (Map.Entry<String, Waiting> one : Map.copyOf(waiting).entrySet()) {
            if (over(one.getValue(), now)) {
                collection().deleteOne(Filters.eq("_id", one.getKey()));
                waiting.remove(one.getKey());
            } else if (!now.isBefore(one.getValue().next()) && !tell(one.getKey(), one.getValue(), now)) {
                return;
            }
        }
    }

    private boolean over(Waiting one, Instant now) {
        boolean outlived = day(now.minus(settings.erasedTold())).isAfter(one.day());
        String mailbox = one.mailbox();
        return outlived || one.told() > 0 && mailbox != null && book.inUse(mailbox);
    }

    private boolean tell(String id, Waiting one, Instant now) {
        try {
            if (notices.drop(one.sealed()) == NoticeDrop.Outcome.FULL) {
                return false;
            }
        } catch (RuntimeException away) {
            log.warn("notices: could not be left: {}", away.getClass().getSimpleName());
            return false;
        }
        int told = one.told() + 1;
        waiting.put(
                id, new Waiting(one.sealed(), one.mailbox(), one.day(), told, now.plus(settings.erasedPause(told))));
        return true;
    }

    private void walk(Instant now) {
        for (Document document : collection().find()) {
            waiting.computeIfAbsent(
                    document.getString("_id"),
                    id -> new Waiting(
                            Bytes.copyOf(document.get("n", Binary.class).getData()),
                            document.getString("m"),
                            LocalDate.parse(document.getString("day")),
                            0,
                            now));
        }
    }

    private static Document document(String id, Waiting one) {
        return new Document("_id", id)
                .append("n", new Binary(one.sealed().toArray()))
                .append("m", one.mailbox())
                .append("day", one.day().toString());
    }

    private static LocalDate day(Instant when) {
        return LocalDate.ofInstant(when, ZoneOffset.UTC);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(ERASED);
    }
}
