package org.wasl.admin;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.audit.AuditUnavailableException;

/** A chain that a test can read and close. */
public final class RecordingTrail implements AuditTrail {
    private final Clock clock;
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public RecordingTrail(Clock clock) {
        this.clock = clock;
    }

    public void close(boolean shut) {
        closed = shut;
    }

    public List<AuditEntry> entries() {
        return entries;
    }

    public List<Act> acts() {
        return entries.stream().map(AuditEntry::act).toList();
    }

    @Override
    public void append(AuditEntry entry) {
        if (closed) {
            throw new AuditUnavailableException("closed by the test");
        }
        entries.add(entry);
    }

    @Override
    public AuditEntry entry(String actor, Act act, String subject, AuditEntry.Outcome outcome, String digest) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return new AuditEntry(id, clock.instant(), actor, act, subject, outcome, digest);
    }
}
