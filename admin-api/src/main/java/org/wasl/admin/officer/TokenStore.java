package org.wasl.admin.officer;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;

/**
 * Tokens in the desk's store, each under its digest. In clear stand whose it is and when it was last used; what it may is
 * sealed together with the digest, so that whoever writes the store can neither read it nor give a token more.
 */
final class TokenStore {
    private static final String TOKENS = "staff-tokens";
    private static final String OWNERS = "staff-token-owners";

    private final MongoTemplate mongo;
    private final FactorSealer sealer;

    TokenStore(MongoTemplate mongo, FactorSealer sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    void add(ApiToken token) {
        in(TOKENS)
                .insertOne(new Document("_id", token.digest())
                        .append("staff", token.owner().value())
                        .append("sealed", new Binary(sealed(token).toArray())));
        in(OWNERS)
                .updateOne(
                        eq("_id", token.owner().value()),
                        Updates.push("tokens", token.digest()),
                        new UpdateOptions().upsert(true));
    }

    Optional<ApiToken> find(String digest) {
        return Optional.ofNullable(in(TOKENS).find(eq("_id", digest)).first()).flatMap(this::read);
    }

    /** Somebody's tokens, in the order they were made. */
    List<ApiToken> of(StaffId owner) {
        return digests(owner).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(token -> token.owner().equals(owner))
                .toList();
    }

    void remove(StaffId owner, String digest) {
        in(TOKENS).deleteOne(eq("_id", digest));
        in(OWNERS).updateOne(eq("_id", owner.value()), Updates.pull("tokens", digest));
    }

    void removeAll(StaffId owner) {
        digests(owner).forEach(digest -> remove(owner, digest));
    }

    void used(String digest, Instant now) {
        in(TOKENS).updateOne(eq("_id", digest), Updates.set("used", Date.from(now)));
    }

    private List<String> digests(StaffId owner) {
        Document found = in(OWNERS).find(eq("_id", owner.value())).first();
        return found == null ? List.of() : found.getList("tokens", String.class, List.of());
    }

    private Bytes sealed(ApiToken token) {
        Document inside = new Document("digest", token.digest())
                .append("label", token.label())
                .append("may", token.may().stream().map(Enum::name).sorted().toList())
                .append(
                        "governorates",
                        token.governorates().stream().map(Enum::name).sorted().toList())
                .append("made", token.made().toString())
                .append("until", token.until().toString())
                .append("key", token.key());
        return sealer.seal(token.owner(), Bytes.ofUtf8(inside.toJson()));
    }

    /** Empty for what was changed, or belongs to another, in the store. */
    private Optional<ApiToken> read(Document document) {
        StaffId owner = new StaffId(document.getString("staff"));
        Date used = document.getDate("used");
        return sealer.open(
                        owner, Bytes.copyOf(document.get("sealed", Binary.class).getData()))
                .map(opened -> Document.parse(new String(opened.toArray(), StandardCharsets.UTF_8)))
                .filter(inside -> document.getString("_id").equals(inside.getString("digest")))
                .map(inside -> token(inside, owner, used == null ? null : used.toInstant()));
    }

    private static ApiToken token(Document inside, StaffId owner, @Nullable Instant used) {
        return new ApiToken(
                inside.getString("digest"),
                owner,
                inside.getString("label"),
                // A permission that is gone was taken away; the others stay.
                Stream.of(Permission.values())
                        .filter(one -> names(inside, "may").contains(one.name()))
                        .collect(Collectors.toSet()),
                Stream.of(Governorate.values())
                        .filter(one -> names(inside, "governorates").contains(one.name()))
                        .collect(Collectors.toSet()),
                Instant.parse(inside.getString("made")),
                Instant.parse(inside.getString("until")),
                inside.getString("key"),
                used);
    }

    private static List<String> names(Document inside, String list) {
        return inside.getList(list, String.class, List.of());
    }

    private MongoCollection<Document> in(String collection) {
        return mongo.getDb().getCollection(collection);
    }
}
