package org.wasl.bot.session;

import org.wasl.triage.intake.Presence;

/** Who is on duty, as the desk last told. */
public interface DeskPresence {
    Presence now();
}
