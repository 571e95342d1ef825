package org.wasl.triage.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message from staff to one citizen.
 *
 * @param role the writer's role as the citizen sees it; never a name
 * @param codeWord the word agreed with the person, shown first; {@code null} when none was agreed
 */
public record Reply(
        String replyId, String role, String text, @Nullable String codeWord, Instant at) {

    @Override
    public String toString() {
        return "Reply[" + replyId + ", redacted]";
    }
}
