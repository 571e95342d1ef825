package org.wasl.triage.intake;

import org.wasl.triage.intake.Presence.Staffed;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesReader;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.MalformedBytes;

/** Presence as bytes, by the same rules as {@link IntakeCodec}. */
final class PresenceCodec {

    static final int VERSION = 1;

    private static final int MOST_ON_DUTY = 100_000;

    private PresenceCodec() {}

    static Bytes encode(Presence presence) {
        return new BytesWriter()
                .version(VERSION)
                .instant(presence.at())
                .list(
                        presence.staffed(),
                        Limits.STAFFED,
                        (out, staffed) -> out.text(staffed.locale(), Limits.CODE)
                                .text(staffed.territory(), Limits.CODE)
                                .number(staffed.onDuty()))
                .written();
    }

    static Presence decode(Bytes content) {
        BytesReader in = new BytesReader(content);
        int version = in.version();
        if (version != VERSION) {
            throw MalformedBytes.unknownVersion(version);
        }
        Presence presence = new Presence(
                in.instant(),
                in.list(
                        Limits.STAFFED,
                        from -> new Staffed(
                                from.text(Limits.CODE), from.text(Limits.CODE), from.number(0, MOST_ON_DUTY))));
        in.end();
        return presence;
    }
}
