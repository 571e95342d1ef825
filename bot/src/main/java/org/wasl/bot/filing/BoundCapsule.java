package org.wasl.bot.filing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.seal.Bytes;

/**
 * A capsule with the id it is bound to written before it, so that one that comes back without its report can be opened:
 * the desk knows that id anyway, and the seal still binds it.
 *
 * @param boundTo mailbox id, officer link, or intake id
 * @param sealed what the capsule opener opens for this id
 */
public record BoundCapsule(String boundTo, Capsule sealed) {

    private static final int LONGEST = 64;

    /** Puts the id before what was sealed for it. */
    public static Capsule wrap(String boundTo, Capsule sealed) {
        byte[] id = boundTo.getBytes(StandardCharsets.US_ASCII);
        if (id.length == 0 || id.length > LONGEST) {
            throw new IllegalArgumentException("capsule: bound to " + id.length + " characters (expected: 1 to 64)");
        }
        byte[] inner = sealed.sealed().toArray();
        byte[] all = new byte[1 + id.length + inner.length];
        all[0] = (byte) id.length;
        System.arraycopy(id, 0, all, 1, id.length);
        System.arraycopy(inner, 0, all, 1 + id.length, inner.length);
        return new Capsule(Bytes.copyOf(all));
    }

    /** Empty for anything {@link #wrap} did not make. */
    public static Optional<BoundCapsule> unwrap(Capsule capsule) {
        byte[] all = capsule.sealed().toArray();
        if (all.length < 2 || all[0] < 1 || all[0] > LONGEST || all.length <= 1 + all[0]) {
            return Optional.empty();
        }
        String boundTo = new String(all, 1, all[0], StandardCharsets.US_ASCII);
        byte[] inner = Arrays.copyOfRange(all, 1 + all[0], all.length);
        return Optional.of(new BoundCapsule(boundTo, new Capsule(Bytes.copyOf(inner))));
    }
}
