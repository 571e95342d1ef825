package org.wasl.admin.retention;

import java.time.Clock;
import java.time.LocalDate;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.CaseRemains;
import org.wasl.admin.reply.TakebackLedger;

/**
 * Keeps that somebody took something back, from before anything is done about it, and notes when everything was seen to
 * be gone. The case itself says what is being done; so nothing here has to be kept in step with it.
 */
final class RequestLedger implements TakebackLedger {
    private final SealedDocs<EraseRequest> requests;
    private final org.springframework.beans.factory.ObjectProvider<CaseBook> books;
    private final RetentionSettings settings;
    private final Clock clock;

    RequestLedger(
            SealedDocs<EraseRequest> requests,
            org.springframework.beans.factory.ObjectProvider<CaseBook> books,
            RetentionSettings settings,
            Clock clock) {
        this.requests = requests;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void asked(Case held, boolean erase, boolean proven) {
        EraseRequest.Ask wish = new EraseRequest.Ask(erase, proven, clock.instant());
        CaseRemains remains = books.getObject().remains(held);
        requests.put(held.number().value(), EraseRequest.NONE, before -> before.asked(wish, remains));
    }

    /** Notes what is gone by now, and forgets what was done long ago. */
    void follow() {
        LocalDate oldest = RetentionPlan.day(clock.instant()).minus(settings.requests());
        for (String id : requests.ids()) {
            requests.read(id).ifPresent(held -> follow(new CaseNumber(id), held, oldest));
        }
    }

    private void follow(CaseNumber number, SealedDocs.Held<EraseRequest> held, LocalDate oldest) {
        EraseRequest request = held.value();
        if (request.done() == null) {
            CaseBook book = books.getObject();
            boolean gone = book.tombstone(number).isPresent()
                    && (request.remains() == null
                            || book.left(request.remains()).isEmpty());
            if (gone) {
                requests.replace(number.value(), held.version(), request.done(clock.instant()));
            }
        }
        boolean over = request.done() != null
                ? RetentionPlan.day(request.done()).isBefore(oldest)
                : RetentionPlan.day(request.latest()).isBefore(oldest)
                        && request.first().isEmpty();
        if (over) {
            requests.delete(number.value(), held.version());
        }
    }
}
