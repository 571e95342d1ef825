package org.wasl.bot.session;

import java.util.Optional;

/**
 * Seals what lies in the bot's store between two turns, under a key that lives for two days. The context is bound in:
 * bytes moved to another name, another conversation or another place in the order do not open.
 */
interface DraftSeal {

    byte[] seal(byte[] plain, String purpose, String... about);

    /** Empty for what does not open under this context: damaged, moved, or sealed under a key that was destroyed. */
    Optional<byte[]> open(byte[] sealed, String purpose, String... about);
}
