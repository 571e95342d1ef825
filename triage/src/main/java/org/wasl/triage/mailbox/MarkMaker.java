package org.wasl.triage.mailbox;

import org.wasl.triage.intake.Mark;
import org.wasl.triage.seal.MacKey;

/** Makes the mark of a channel address: the same for the same address, and no way back without the bot's lookup key. */
public final class MarkMaker {

    private final MacKey lookup;

    public MarkMaker(MacKey lookup) {
        this.lookup = lookup;
    }

    public Mark mark(String kind, String address) {
        return new Mark(lookup.hex("mark", kind, address));
    }
}
