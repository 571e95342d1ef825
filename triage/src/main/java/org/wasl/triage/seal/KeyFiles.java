package org.wasl.triage.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes the key files of one half, collecting what is wrong with them. */
final class KeyFiles {

    private final OwnFolder folder;
    private final List<String> problems = new ArrayList<>();

    KeyFiles(OwnFolder folder) {
        this.folder = folder;
    }

    OwnFolder folder() {
        return folder;
    }

    List<String> problems() {
        return problems;
    }

    void problem(String problem) {
        problems.add(problem);
    }

    void checkOwnerOnly() {
        problems.addAll(folder.tooOpen());
    }

    @Nullable
    KeysetHandle secret(String name) {
        return parsed(name, "a private keyset", Keysets::read);
    }

    /** A keyset that holds nothing private; one that does is a problem of its own. */
    @Nullable
    KeysetHandle publicOnly(String name) {
        Optional<byte[]> content = folder.read(name);
        if (content.isPresent() && holdsPrivate(content.get())) {
            problems.add(folder.path().resolve(name) + ": holds a private key (expected: public keys only)");
            return null;
        }
        return parsed(name, "a public keyset", Keysets::readPublic);
    }

    @Nullable
    KeysetHandle wrapped(String name, DeskSecret secret) {
        return parsed(
                name,
                "a keyset wrapped with this desk's secret",
                content -> TinkProtoKeysetFormat.parseEncryptedKeyset(
                        content, wrapping(secret, name), context(name), Keysets.CONFIGURATION));
    }

    @Nullable
    MacKey mac(String name) {
        return parsed(name, "64 hex digits", content -> macOf(content));
    }

    @Nullable
    MacKey wrappedMac(String name, DeskSecret secret) {
        return parsed(
                name,
                "a key wrapped with this desk's secret",
                content -> MacKey.of(Bytes.copyOf(wrapping(secret, name).decrypt(content, context(name)))));
    }

    <T> @Nullable T parsed(String name, String expected, Parser<T> parser) {
        Optional<byte[]> content = folder.read(name);
        if (content.isEmpty()) {
            problems.add(folder.path().resolve(name) + ": missing (expected: " + expected + ")");
            return null;
        }
        try {
            return parser.parse(content.get());
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            problems.add(folder.path().resolve(name) + ": refused (expected: " + expected + ")");
            return null;
        }
    }

    /** Turns a key into what uses it; a key of another kind is a problem. */
    <K, T> @Nullable T used(@Nullable K key, Function<K, T> use) {
        if (key == null) {
            return null;
        }
        try {
            return use.apply(key);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            problems.add(folder.path() + ": " + refused.getMessage());
            return null;
        }
    }

    static byte[] hex(byte[] key) {
        return Bytes.ofUtf8(HexFormat.of().formatHex(key) + "\n").toArray();
    }

    static Bytes unhex(byte[] content) {
        return Bytes.ofHex(new String(content, java.nio.charset.StandardCharsets.US_ASCII).strip());
    }

    static byte[] wrap(KeysetHandle keyset, String name, DeskSecret secret) {
        return Keysets.sure(() -> TinkProtoKeysetFormat.serializeEncryptedKeyset(
                keyset, wrapping(secret, name), context(name), Keysets.CONFIGURATION));
    }

    static byte[] wrap(byte[] key, String name, DeskSecret secret) {
        return Keysets.sure(() -> wrapping(secret, name).encrypt(key, context(name)));
    }

    private static MacKey macOf(byte[] content) {
        return MacKey.of(unhex(content));
    }

    private static Aead wrapping(DeskSecret secret, String name) throws GeneralSecurityException {
        return Keysets.primitive(Keysets.rawAead(secret.keyFor(name).toArray()), Aead.class);
    }

    private static byte[] context(String name) {
        return Context.of("wasl/key-file/v1", "wrapped", name).encoded();
    }

    private static boolean holdsPrivate(byte[] content) {
        KeysetHandle keyset = Keysets.orNull(() -> Keysets.read(content));
        return keyset != null && Keysets.holdsPrivateKeys(keyset);
    }

    /** Reads one file's content. */
    interface Parser<T> {
        T parse(byte[] content) throws GeneralSecurityException;
    }
}
