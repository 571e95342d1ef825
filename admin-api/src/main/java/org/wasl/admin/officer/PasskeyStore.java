package org.wasl.admin.officer;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.wasl.triage.seal.Bytes;

/**
 * Passkeys in the desk's store, each under the digest of its id. In clear stands whose it is; public key, counter and
 * label are sealed, so that whoever writes the store cannot put a key of their own under somebody's name.
 */
final class PasskeyStore implements UserCredentialRepository {
    private static final String PASSKEYS = "staff-passkeys";
    private static final String OWNERS = "staff-passkey-owners";
    private static final String LIST = "passkeys";

    private final MongoTemplate mongo;
    private final FactorSealer sealer;
    private final Clock clock;

    PasskeyStore(MongoTemplate mongo, FactorSealer sealer, Clock clock) {
        this.mongo = mongo;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * One as its owner sees it.
     *
     * @param id digest of what the authenticator calls it
     * @param used when it last let them in; when it was made, before that
     */
    record Passkey(String id, String label, Instant created, Instant used) {
        @Override
        public String toString() {
            return "Passkey[redacted]";
        }
    }

    List<Passkey> of(StaffId owner) {
        return records(owner).stream()
                .map(one ->
                        new Passkey(digest(one.getCredentialId()), one.getLabel(), one.getCreated(), one.getLastUsed()))
                .toList();
    }

    /** Takes one away; false when it is not theirs. */
    boolean remove(StaffId owner, String digest) {
        boolean theirs = digests(owner).contains(digest);
        if (theirs) {
            in(PASSKEYS).deleteOne(eq("_id", digest));
            in(OWNERS).updateOne(eq("_id", owner.value()), Updates.pull(LIST, digest));
        }
        return theirs;
    }

    void removeAll(StaffId owner) {
        digests(owner).forEach(digest -> remove(owner, digest));
    }

    @Override
    public void delete(org.springframework.security.web.webauthn.api.Bytes credentialId) {
        CredentialRecord held = findByCredentialId(credentialId);
        if (held != null) {
            remove(owner(held.getUserEntityUserId()), digest(credentialId));
        }
    }

    @Override
    public void save(CredentialRecord record) {
        StaffId owner = owner(record.getUserEntityUserId());
        String digest = digest(record.getCredentialId());
        CredentialRecord before = findByCredentialId(record.getCredentialId());
        if (before == null && in(PASSKEYS).find(eq("_id", digest)).first() != null) {
            throw new IllegalStateException("passkey: unreadable under its id (expected: none, or one of ours)");
        }
        Instant now = clock.instant();
        Document inside = new Document("id", text(record.getCredentialId()))
                .append(
                        "key",
                        Base64.getEncoder().encodeToString(record.getPublicKey().getBytes()))
                .append("count", record.getSignatureCount())
                .append("verified", record.isUvInitialized())
                .append(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .toList())
                .append("eligible", record.isBackupEligible())
                .append("backed", record.isBackupState())
                .append("attestation", text(record.getAttestationObject()))
                .append("client", text(record.getAttestationClientDataJSON()))
                .append("label", record.getLabel())
                .append("created", (before == null ? now : before.getCreated()).toString())
                .append("used", now.toString());
        in(PASSKEYS)
                .replaceOne(
                        eq("_id", digest),
                        new Document("_id", digest)
                                .append("staff", owner.value())
                                .append(
                                        "sealed",
                                        new Binary(sealer.seal(owner, Bytes.ofUtf8(inside.toJson()))
                                                .toArray())),
                        new ReplaceOptions().upsert(true));
        in(OWNERS)
                .updateOne(eq("_id", owner.value()), Updates.addToSet(LIST, digest), new UpdateOptions().upsert(true));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(
            org.springframework.security.web.webauthn.api.Bytes credentialId) {
        return find(digest(credentialId)).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(org.springframework.security.web.webauthn.api.Bytes userId) {
        return records(owner(userId));
    }

    private List<CredentialRecord> records(StaffId owner) {
        return digests(owner).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(one -> owner(one.getUserEntityUserId()).equals(owner))
                .toList();
    }

    private Optional<CredentialRecord> find(String digest) {
        Document found = in(PASSKEYS).find(eq("_id", digest)).first();
        if (found == null) {
            return Optional.empty();
        }
        StaffId owner = new StaffId(found.getString("staff"));
        return sealer.open(owner, Bytes.copyOf(found.get("sealed", Binary.class).getData()))
                .map(opened -> Document.parse(new String(opened.toArray(), StandardCharsets.UTF_8)))
                .filter(inside -> digest(bytes(inside, "id")).equals(digest))
                .map(inside -> record(inside, owner));
    }

    private static CredentialRecord record(Document inside, StaffId owner) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(bytes(inside, "id"))
                .userEntityUserId(handle(owner))
                .publicKey(new ImmutablePublicKeyCose(Base64.getDecoder().decode(inside.getString("key"))))
                .signatureCount(inside.get("count", Number.class).longValue())
                .uvInitialized(inside.getBoolean("verified", false))
                .transports(inside.getList("transports", String.class, List.of()).stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(inside.getBoolean("eligible", false))
                .backupState(inside.getBoolean("backed", false))
                .attestationObject(bytes(inside, "attestation"))
                .attestationClientDataJSON(bytes(inside, "client"))
                .label(inside.getString("label"))
                .created(Instant.parse(inside.getString("created")))
                .lastUsed(Instant.parse(inside.getString("used")))
                .build();
    }

    /** What an authenticator keeps of whose a passkey is: their id, and no name. */
    static org.springframework.security.web.webauthn.api.Bytes handle(StaffId owner) {
        return new org.springframework.security.web.webauthn.api.Bytes(
                HexFormat.of().parseHex(owner.value()));
    }

    static StaffId owner(org.springframework.security.web.webauthn.api.Bytes handle) {
        return new StaffId(HexFormat.of().formatHex(handle.getBytes()));
    }

    private static String digest(org.springframework.security.web.webauthn.api.Bytes id) {
        return Secrets.digest(id.toBase64UrlString());
    }

    private static String text(org.springframework.security.web.webauthn.api.@Nullable Bytes bytes) {
        return bytes == null ? "" : bytes.toBase64UrlString();
    }

    private static org.springframework.security.web.webauthn.api.Bytes bytes(Document inside, String field) {
        return org.springframework.security.web.webauthn.api.Bytes.fromBase64(inside.getString(field));
    }

    private List<String> digests(StaffId owner) {
        Document found = in(OWNERS).find(eq("_id", owner.value())).first();
        return found == null ? List.of() : found.getList(LIST, String.class, List.of());
    }

    private MongoCollection<Document> in(String collection) {
        return mongo.getDb().getCollection(collection);
    }
}
