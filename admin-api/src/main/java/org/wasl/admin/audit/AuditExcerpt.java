package org.wasl.admin.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, the latest first.
 *
 * @param reached how far back was looked; what is older was not
 * @param next where the next excerpt goes on; {@code null} when everything was looked at
 */
public record AuditExcerpt(
        List<AuditEntry> entries,
        @Nullable Instant reached,
        @Nullable String next) {}
