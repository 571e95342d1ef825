package org.wasl.admin.receipt;

import java.time.Instant;
import org.wasl.triage.seal.Bytes;

/** What a page that wants a number is told. */
sealed interface ReceiptAnswer {

    /** The bot was asked. The page looks for its answer under this id, until then. */
    record Asked(String id, Instant until) implements ReceiptAnswer {}

    /** It has not come yet. */
    record Waiting() implements ReceiptAnswer {}

    /** Here it is, for this page alone, and once: the case is found by it from now on. */
    record Given(Bytes sealed) implements ReceiptAnswer {}

    /** The bot did not answer in time, or it was shown already. No number was given by this. */
    record Late() implements ReceiptAnswer {}

    /** Somebody changed the case since it was read. */
    record Overtaken() implements ReceiptAnswer {}

    record Refused(Why why) implements ReceiptAnswer {}

    enum Why {
        MISSING,
        NOT_ALLOWED,
        /** Nobody called or came: who wrote has a number from the chat. Or the case is over, or was taken back. */
        NO_CALL,
        /** One was given before, and nobody said that it is lost. */
        GIVEN_BEFORE,
        /** So many were asked for in this case already. */
        TOO_MANY,
        /** What came is no public key of a page. */
        NO_KEY,
        /** The bot cannot be asked now. */
        AWAY
    }
}
