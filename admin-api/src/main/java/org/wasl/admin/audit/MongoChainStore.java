package org.wasl.admin.audit;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Chains in the desk's document store: one document an entry, its id the chain's name and the entry's number. */
final class MongoChainStore implements ChainStore {
    private static final String LINKS = "audit-entries";
    private static final String CHAINS = "audit-chains";
    private static final int DUPLICATE = 11000;
    private static final AuditEntry UNREADABLE = new AuditEntry(
            "0".repeat(32), Instant.EPOCH, AuditEntry.SYSTEM, Act.HEAD_NOTED, "", AuditEntry.Outcome.REFUSED, "");

    private final MongoTemplate mongo;

    MongoChainStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public ChainName begin(String node) {
        long epoch = chains().stream()
                .filter(chain -> chain.node().equals(node))
                .mapToLong(ChainName::epoch)
                .max()
                .orElse(0);
        while (true) {
            ChainName chain = new ChainName(node, ++epoch);
            try {
                collection(CHAINS).insertOne(new Document("_id", chain.value()));
                return chain;
            } catch (MongoWriteException e) {
                if (e.getError().getCode() != DUPLICATE) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void write(List<ChainLink> links) {
        collection(LINKS)
                .insertMany(
                        links.stream().map(MongoChainStore::document).toList(), new InsertManyOptions().ordered(true));
    }

    @Override
    public Map<Long, ChainLink> read(ChainName chain, long first, int count) {
        List<String> ids = new ArrayList<>(count);
        for (long sequence = first; sequence < first + count; sequence++) {
            ids.add(chain.linkId(sequence));
        }
        Map<Long, ChainLink> found = new HashMap<>();
        for (Document document : collection(LINKS).find(Filters.in("_id", ids))) {
            String id = document.getString("_id");
            long sequence = Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
            found.put(sequence, link(chain, sequence, document));
        }
        return found;
    }

    @Override
    public List<ChainName> chains() {
        TreeSet<ChainName> names = new TreeSet<>();
        for (Document document : collection(CHAINS).find()) {
            names.add(ChainName.parse(document.getString("_id")));
        }
        return List.copyOf(names);
    }

    @Override
    public void publish(ChainHead head) {
        collection(CHAINS)
                .updateOne(
                        Filters.eq("_id", head.chain().value()),
                        Updates.combine(Updates.set("sequence", head.sequence()), Updates.set("hash", head.hash())));
    }

    @Override
    public Optional<ChainHead> published(ChainName chain) {
        Document document =
                collection(CHAINS).find(Filters.eq("_id", chain.value())).first();
        if (document == null || document.getLong("sequence") == null) {
            return Optional.empty();
        }
        return Optional.of(new ChainHead(chain, document.getLong("sequence"), document.getString("hash")));
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getDb().getCollection(name);
    }

    static Document document(ChainLink link) {
        AuditEntry entry = link.entry();
        return new Document("_id", link.chain().linkId(link.sequence()))
                .append("former", link.former())
                .append("id", entry.id())
                .append("at", entry.at().toString())
                .append("actor", entry.actor())
                .append("act", entry.act().name())
                .append("subject", entry.subject())
                .append("outcome", entry.outcome().name())
                .append("digest", entry.digest())
                .append("hash", link.hash());
    }

    static ChainLink link(ChainName chain, long sequence, Document document) {
        try {
            AuditEntry entry = new AuditEntry(
                    document.getString("id"),
                    Instant.parse(document.getString("at")),
                    document.getString("actor"),
                    Act.valueOf(document.getString("act")),
                    document.getString("subject"),
                    AuditEntry.Outcome.valueOf(document.getString("outcome")),
                    document.getString("digest"));
            return new ChainLink(chain, sequence, document.getString("former"), entry, document.getString("hash"));
        } catch (RuntimeException unreadable) {
            // Somebody changed it into something no chain writes; an empty hash holds for nothing, so it shows as
            // edited.
            return new ChainLink(chain, sequence, "", UNREADABLE, "");
        }
    }
}
