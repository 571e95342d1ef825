package org.wasl.admin.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.CaseRemains;

/**
 * That a person took back what stands in one case, as often as they said so, and what became of it.
 *
 * @param asks each wish, oldest first
 * @param remains where the case stood in the store while it was there, so that its being gone can be looked at
 * @param gone what went; nothing while nothing has
 * @param done when everything was seen to be gone; {@code null} before
 */
record EraseRequest(
        List<Ask> asks,
        @Nullable CaseRemains remains,
        Item.Gone gone,
        @Nullable Instant done) {
    /** Saying it more often changes nothing. */
    private static final int MOST = 20;

    EraseRequest {
        asks = List.copyOf(asks);
    }

    static final EraseRequest NONE = new EraseRequest(List.of(), null, Item.Gone.NOTHING, null);

    /**
     * One wish.
     *
     * @param erase whether they asked to erase, not only to withdraw
     * @param proven whether whoever asked holds the receipt
     */
    record Ask(boolean erase, boolean proven, Instant at) {}

    EraseRequest asked(Ask wish, CaseRemains where) {
        List<Ask> more = new ArrayList<>(asks);
        if (more.size() < MOST) {
            more.add(wish);
        }
        return new EraseRequest(more, where, gone, done);
    }

    EraseRequest done(Instant when) {
        Item.Gone counted = remains == null ? Item.Gone.NOTHING : Item.Gone.of(remains);
        return new EraseRequest(asks, null, counted, when);
    }

    /** The first wish that was proven: from there time runs. */
    Optional<Ask> first() {
        return asks.stream().filter(Ask::proven).findFirst();
    }

    /** Whether any wish was to erase, and not only to withdraw. */
    boolean erase() {
        return asks.stream().anyMatch(ask -> ask.proven() && ask.erase());
    }

    Instant latest() {
        return asks.isEmpty() ? Instant.EPOCH : asks.getLast().at();
    }

    @Override
    public String toString() {
        return "EraseRequest[" + asks.size() + " asked, redacted]";
    }
}
