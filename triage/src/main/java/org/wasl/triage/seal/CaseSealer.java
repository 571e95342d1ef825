package org.wasl.triage.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Seals a case under a data key of its own, which leaves here only wrapped. The wrapped key belongs in a collection of
 * its own: erasing it erases the case in the store. A copy made before holds it still, until the wrapping key is renewed
 * and the old one destroyed ({@link CaseKeyRenewal}).
 */
public final class CaseSealer {

    private static final String FORMAT = "wasl/case/v1";
    private static final int NAME = 32;

    private final KeysetHandle wrapping;
    private final Aead wrap;

    CaseSealer(KeysetHandle wrapping) {
        this.wrapping = wrapping;
        this.wrap = Keysets.sure(() -> Keysets.primitive(wrapping, Aead.class));
    }

    /** A fresh data key for one case, wrapped; bound to the case. */
    public Bytes newKey(String caseId) {
        return wrapped(Keysets.write(Keysets.generate(Keysets.AEAD)), caseId);
    }

    /** The data key for work on one case; empty when it was wrapped for another case or by a key that is gone. */
    public Optional<CaseKey> unwrap(Bytes wrappedKey, String caseId) {
        return unwrapped(wrappedKey, caseId).flatMap(CaseSealer::caseKey);
    }

    /** The same data key under today's wrapping key; empty as for {@link #unwrap}. */
    public Optional<Bytes> rewrap(Bytes wrappedKey, String caseId) {
        return unwrapped(wrappedKey, caseId).map(key -> wrapped(key, caseId));
    }

    /**
     * Names a data key without telling anything of it: the same however often it was wrapped anew, so that its being
     * destroyed can be told apart from its being kept in a copy. 32 hex digits; empty as for {@link #unwrap}.
     */
    public Optional<String> keyName(Bytes wrappedKey, String caseId) {
        return unwrapped(wrappedKey, caseId)
                .map(key -> MacKey.of(Digest.of(Bytes.copyOf(key)))
                        .hex("case key name", caseId)
                        .substring(0, NAME));
    }

    /** Names the wrapping key new data keys are wrapped with; cases that carry another name are to be rewrapped. */
    public String wrappingKeyId() {
        return Integer.toHexString(wrapping.getPrimary().getId());
    }

    private Bytes wrapped(byte[] key, String caseId) {
        return Bytes.copyOf(Keysets.sure(() -> wrap.encrypt(key, keyContext(caseId))));
    }

    private Optional<byte[]> unwrapped(Bytes wrappedKey, String caseId) {
        try {
            return Optional.of(wrap.decrypt(wrappedKey.toArray(), keyContext(caseId)));
        } catch (GeneralSecurityException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<CaseKey> caseKey(byte[] written) {
        try {
            return Optional.of(new CaseKey(Keysets.read(written)));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    private static byte[] keyContext(String caseId) {
        return Context.of(FORMAT, "data key", caseId).encoded();
    }

    @Override
    public String toString() {
        return "CaseSealer[redacted]";
    }

    /** The data key of one case, unwrapped; to be held no longer than the work on it takes. */
    public static final class CaseKey {

        private final SecretSealer sealer;
        private final SecretOpener opener;

        private CaseKey(KeysetHandle keyset) {
            this.sealer = SecretSealer.of(keyset, Padding.CASE);
            this.opener = SecretOpener.of(keyset, Padding.CASE);
        }

        /**
         * Throws for more than 4 MB.
         *
         * @param part what of the case it is: {@code content}, {@code transcript}...
         * @param version the case's version, so that an old part cannot be put back under a new version
         */
        public Bytes seal(Bytes content, String caseId, String part, long version) {
            return sealer.seal(content, context(caseId, part, version));
        }

        /** Empty for another case, part or version, or a change of any bit. */
        public Optional<Bytes> open(Bytes sealed, String caseId, String part, long version) {
            return opener.open(sealed, context(caseId, part, version));
        }

        private static Context context(String caseId, String part, long version) {
            return Context.of(FORMAT, "content", caseId, part, Long.toString(version));
        }

        @Override
        public String toString() {
            return "CaseKey[redacted]";
        }
    }
}
