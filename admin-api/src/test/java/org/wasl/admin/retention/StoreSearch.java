package org.wasl.admin.retention;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;

/**
 * Reads every document of a store, opens what is sealed in it, and tells where a word stands. What it cannot open and was
 * not told of is an error: a new kind of sealed document must not hide from the search.
 */
final class StoreSearch {
    /** Sealed for others, by keys no desk node has, or a key of the document's own that lies in a case. */
    private static final Set<String> FOR_OTHERS =
            Set.of("attachment_chunks", "attachment_withheld", "erased", "parked", "staff-factors", "staff-passkeys");

    private static final List<String> PARTS = List.of("content", "document", "readings", "preference");
    /** Where the wrapped key of a document stands beside it. */
    private static final Map<String, String> KEYS = Map.of("cases", "case_keys", "objects", "object_keys");

    private final MongoTemplate store;
    private final CaseSealer sealer;

    StoreSearch(MongoTemplate store, CaseSealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** Collections in which any of these words stands, each with the ids of the documents. */
    Map<String, Set<String>> find(Collection<String> words) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String collection : store.getDb().listCollectionNames()) {
            for (Document one : store.getCollection(collection).find()) {
                String text = text(collection, one);
                if (words.stream().anyMatch(text::contains)) {
                    found.computeIfAbsent(collection, _ -> new TreeSet<>())
                            .add(one.get("_id", Object.class).toString());
                }
            }
        }
        return found;
    }

    private String text(String collection, Document one) {
        StringBuilder text = new StringBuilder(one.toJson());
        boolean sealed = one.get("c") instanceof Binary || one.get("sealed") instanceof Binary;
        if (sealed && !FOR_OTHERS.contains(collection)) {
            text.append(opened(collection, one)
                    .orElseThrow(() -> new AssertionError(collection + ": sealed, and not to be looked into")));
        }
        return text.toString();
    }

    private Optional<String> opened(String collection, Document one) {
        String id = one.getString("_id");
        Bytes wrapped = wrapped(collection, one);
        if (wrapped == null) {
            // Nobody opens it; what it is called is looked at all the same.
            return Optional.of("");
        }
        Binary sealed = one.get("c") instanceof Binary content ? content : one.get("sealed", Binary.class);
        long version = one.get("v") instanceof Long stored ? stored : 1;
        for (String context : List.of(id, collection + ":" + id, "alert-preference/" + id)) {
            for (String part : PARTS) {
                Optional<Bytes> content = sealer.unwrap(wrapped, context)
                        .flatMap(key -> key.open(Bytes.copyOf(sealed.getData()), context, part, version));
                if (content.isPresent()) {
                    return Optional.of(new String(content.get().toArray(), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Bytes wrapped(String collection, Document one) {
        String apart = KEYS.get(collection);
        Document holder = apart == null ? one : store.findById(one.getString("_id"), Document.class, apart);
        Object wrapped = holder == null ? null : holder.getOrDefault("w", holder.get("key"));
        return wrapped instanceof Binary bytes ? Bytes.copyOf(bytes.getData()) : null;
    }
}
