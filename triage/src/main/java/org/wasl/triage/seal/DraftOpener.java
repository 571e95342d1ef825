package org.wasl.triage.seal;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;

/** Opens drafts whose day's key still lives. */
public final class DraftOpener {

    private final DraftKeys keys;

    DraftOpener(DraftKeys keys) {
        this.keys = keys;
    }

    /** Never throws, whatever the bytes. */
    public Draft open(Bytes sealed, DraftContext context) {
        if (sealed.size() < DraftSealer.HEADER) {
            return new Draft.Refused(Refusal.MALFORMED);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed.toArray());
        if (buffer.get() != DraftSealer.VERSION) {
            return new Draft.Refused(Refusal.UNKNOWN_VERSION);
        }
        Optional<DraftKeys.DayKey> day = keys.of(LocalDate.ofEpochDay(buffer.getInt()));
        if (day.isEmpty()) {
            return new Draft.Refused(Refusal.KEY_GONE);
        }
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return day.get()
                .opener()
                .open(Bytes.copyOf(rest), context.context())
                .<Draft>map(Draft.Opened::new)
                .orElseGet(() -> new Draft.Refused(Refusal.NOT_OPENED));
    }

    @Override
    public String toString() {
        return "DraftOpener[redacted]";
    }
}
