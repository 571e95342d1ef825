package org.wasl.triage.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Keysets of the three kinds used here, under one explicit configuration: nothing depends on what else was registered
 * in the same process, or in which order.
 */
final class Keysets {

    static final Configuration CONFIGURATION = configuration();

    /** RFC 9180 base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
    static final Parameters SEALING = hpke(HpkeParameters.Variant.TINK);

    private static final HpkeParameters RAW_SEALING = hpke(HpkeParameters.Variant.NO_PREFIX);

    /** DHKEM(P-256, HKDF-SHA256): every browser in use does it, X25519 only those of the last two years. */
    private static final HpkeParameters PAGE_SEALING =
            hpke(HpkeParameters.Variant.NO_PREFIX, HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256);

    static final Parameters SIGNING = Ed25519Parameters.create(Ed25519Parameters.Variant.TINK);

    static final Parameters AEAD = aes();

    private static final SecretKeyAccess ACCESS = InsecureSecretKeyAccess.get();

    private Keysets() {}

    static KeysetHandle generate(Parameters parameters) {
        return sure(() -> KeysetHandle.generateNew(parameters, CONFIGURATION));
    }

    /** The same keys and a new primary: what the old ones sealed still opens. */
    static KeysetHandle withNewPrimary(KeysetHandle keyset) {
        return sure(() -> KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(
                                keyset.getPrimary().getKey().getParameters())
                        .withRandomId()
                        .makePrimary())
                .setConfiguration(CONFIGURATION)
                .build());
    }

    /** The newest keys alone, the primary among them: what the others sealed opens nowhere any more. */
    static KeysetHandle newestOnly(KeysetHandle keyset, int newest) {
        if (newest < 1) {
            throw new IllegalArgumentException("keys to keep: " + newest + " (expected: at least 1)");
        }
        return sure(() -> {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
            while (builder.size() > newest) {
                builder.deleteAt(0);
            }
            return builder.setConfiguration(CONFIGURATION).build();
        });
    }

    static KeysetHandle publicHalf(KeysetHandle keyset) {
        return sure(keyset::getPublicKeysetHandle);
    }

    static byte[] write(KeysetHandle keyset) {
        return sure(() -> TinkProtoKeysetFormat.serializeKeyset(keyset, ACCESS, CONFIGURATION));
    }

    static byte[] writePublic(KeysetHandle keyset) {
        return sure(() -> TinkProtoKeysetFormat.serializeKeysetWithoutSecret(keyset, CONFIGURATION));
    }

    static KeysetHandle read(byte[] serialized) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(serialized, ACCESS, CONFIGURATION);
    }

    /** Refuses a keyset that holds anything private. */
    static KeysetHandle readPublic(byte[] serialized) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeysetWithoutSecret(serialized, CONFIGURATION);
    }

    static boolean holdsPrivateKeys(KeysetHandle keyset) {
        for (int at = 0; at < keyset.size(); at++) {
            if (keyset.getAt(at).getKey() instanceof com.google.crypto.tink.PrivateKey) {
                return true;
            }
        }
        return false;
    }

    static <P> P primitive(KeysetHandle keyset, Class<P> type) throws GeneralSecurityException {
        return keyset.getPrimitive(CONFIGURATION, type);
    }

    static byte[] sealingPublicOf(byte[] privateKey) throws GeneralSecurityException {
        return X25519.publicFromPrivate(privateKey);
    }

    static KeysetHandle rawSealing(byte[] publicKey) throws GeneralSecurityException {
        return single(rawSealingKey(publicKey));
    }

    @AccessesPartialKey
    static KeysetHandle pageSealing(byte[] publicKey) throws GeneralSecurityException {
        return single(HpkePublicKey.create(PAGE_SEALING, com.google.crypto.tink.util.Bytes.copyFrom(publicKey), null));
    }

    @AccessesPartialKey
    static KeysetHandle rawOpening(byte[] privateKey) throws GeneralSecurityException {
        return single(HpkePrivateKey.create(
                rawSealingKey(sealingPublicOf(privateKey)), SecretBytes.copyFrom(privateKey, ACCESS)));
    }

    @AccessesPartialKey
    private static HpkePublicKey rawSealingKey(byte[] publicKey) throws GeneralSecurityException {
        return HpkePublicKey.create(RAW_SEALING, com.google.crypto.tink.util.Bytes.copyFrom(publicKey), null);
    }

    static byte[] signingPublicOf(byte[] seed) throws GeneralSecurityException {
        return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    }

    @AccessesPartialKey
    static KeysetHandle rawVerifying(byte[] publicKey) throws GeneralSecurityException {
        return single(Ed25519PublicKey.create(com.google.crypto.tink.util.Bytes.copyFrom(publicKey)));
    }

    @AccessesPartialKey
    static KeysetHandle rawSigning(byte[] seed) throws GeneralSecurityException {
        Ed25519PublicKey publicKey =
                Ed25519PublicKey.create(com.google.crypto.tink.util.Bytes.copyFrom(signingPublicOf(seed)));
        return single(Ed25519PrivateKey.create(publicKey, SecretBytes.copyFrom(seed, ACCESS)));
    }

    @AccessesPartialKey
    static KeysetHandle rawAead(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return single(com.google.crypto.tink.aead.AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, ACCESS))
                .build());
    }

    /** One key for one stream; every key makes segments of the same size. */
    @AccessesPartialKey
    static KeysetHandle rawStreaming(byte[] key, int segment) throws GeneralSecurityException {
        AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(segment)
                .build();
        return single(AesGcmHkdfStreamingKey.create(parameters, SecretBytes.copyFrom(key, ACCESS)));
    }

    private static KeysetHandle single(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .setConfiguration(CONFIGURATION)
                .build();
    }

    private static HpkeParameters hpke(HpkeParameters.Variant variant) {
        return hpke(variant, HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256);
    }

    private static HpkeParameters hpke(HpkeParameters.Variant variant, HpkeParameters.KemId kem) {
        return sure(() -> HpkeParameters.builder()
                .setKemId(kem)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(variant)
                .build());
    }

    private static AesGcmParameters aes() {
        return sure(() -> AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build());
    }

    private static Configuration configuration() {
        return sure(TinkConfig2026::get);
    }

    /** For what cannot fail unless the program is wrong. */
    static <T> T sure(Fallible<T> work) {
        try {
            return work.run();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cryptography library refused its own parameters", impossible);
        }
    }

    /** Work the cryptography library may refuse. */
    interface Fallible<T> {
        T run() throws GeneralSecurityException;
    }

    static <T> @Nullable T orNull(Fallible<T> work) {
        try {
            return work.run();
        } catch (GeneralSecurityException refused) {
            return null;
        }
    }
}
