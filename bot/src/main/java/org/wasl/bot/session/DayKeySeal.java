package org.wasl.bot.session;

import java.util.Optional;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Draft;
import org.wasl.triage.seal.DraftContext;
import org.wasl.triage.seal.DraftOpener;
import org.wasl.triage.seal.DraftSealer;

/** Seals with the key of the day. */
final class DayKeySeal implements DraftSeal {

    private final DraftSealer sealer;
    private final DraftOpener opener;

    DayKeySeal(DraftSealer sealer, DraftOpener opener) {
        this.sealer = sealer;
        this.opener = opener;
    }

    @Override
    public byte[] seal(byte[] plain, String purpose, String... about) {
        return sealer.seal(Bytes.copyOf(plain), context(purpose, about)).toArray();
    }

    @Override
    public Optional<byte[]> open(byte[] sealed, String purpose, String... about) {
        return switch (opener.open(Bytes.copyOf(sealed), context(purpose, about))) {
            case Draft.Opened opened -> Optional.of(opened.content().toArray());
            case Draft.Refused refused -> Optional.empty();
        };
    }

    /** Names, incarnations and numbers hold no comma, so parts joined by one cannot be read in two ways. */
    private static DraftContext context(String purpose, String... about) {
        String rest = about.length > 1 ? String.join(",", java.util.Arrays.copyOfRange(about, 1, about.length)) : "";
        return new DraftContext(purpose, about[0], rest, 0);
    }
}
