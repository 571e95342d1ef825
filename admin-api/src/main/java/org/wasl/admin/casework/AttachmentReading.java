package org.wasl.admin.casework;

import java.io.IOException;
import java.io.InputStream;
import org.wasl.admin.picture.Untaken;
import org.wasl.triage.intake.AttachmentPromise;
import org.wasl.triage.seal.Bytes;

/** What came of asking for an attachment. */
sealed interface AttachmentReading {

    /**
     * It may be listened to or looked at.
     *
     * @param size bytes of content
     */
    record Opened(AttachmentPromise.Kind kind, long size, Source source) implements AttachmentReading {}

    /** A copy of a picture, drawn anew. */
    record Drawn(String media, Bytes copy) implements AttachmentReading {
        @Override
        public String toString() {
            return "Drawn[redacted]";
        }
    }

    /** There is no copy of the picture; the original stays as it is. */
    record NotDrawn(Untaken why) implements AttachmentReading {}

    /** There is none, or it is not here. */
    record Missing() implements AttachmentReading {}

    /** The rules of the case do not allow it. */
    record Closed() implements AttachmentReading {}

    /** The chain cannot be written, so that nobody could tell afterwards who listened. */
    record NotAuditable() implements AttachmentReading {}

    /** Opens the content; reading it throws {@link IOException} where a piece is missing or was changed. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
