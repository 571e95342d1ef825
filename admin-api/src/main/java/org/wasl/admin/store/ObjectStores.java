package org.wasl.admin.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.triage.seal.CaseSealer;

/** Opens a feature's store of its objects, once, where the feature is wired. */
public final class ObjectStores {
    private final SealedDocuments documents;
    private final StoreSettings settings;
    private final List<SealedObjects<?>> opened = new CopyOnWriteArrayList<>();

    public ObjectStores(MongoTemplate mongo, CaseSealer sealer, StoreSettings settings) {
        this.documents = new SealedDocuments(mongo, sealer);
        this.settings = settings;
    }

    /** The objects of a kind. Before the node has started nothing is in memory. */
    public <T> SealedObjects<T> open(ObjectKind<T> kind) {
        if (opened.stream().anyMatch(one -> one.name().equals(kind.name()))) {
            throw new IllegalStateException("object kind: " + kind.name() + " twice (expected: once)");
        }
        SealedObjects<T> objects = new SealedObjects<>(kind, documents, settings);
        opened.add(objects);
        return objects;
    }

    /** Takes in what other nodes wrote since, and at the start all that is live. */
    public void follow() {
        Map<String, Map<String, Long>> live = new HashMap<>();
        documents.live().forEach((name, version) -> {
            int colon = name.indexOf(':');
            live.computeIfAbsent(name.substring(0, colon), kind -> new HashMap<>())
                    .put(name.substring(colon + 1), version);
        });
        for (SealedObjects<?> objects : opened) {
            objects.follow(live.getOrDefault(objects.name(), Map.of()));
        }
    }

    /** Copies what was audited inside objects into the chain. */
    public void copyAudits(AuditTrail trail) {
        for (SealedObjects<?> objects : new ArrayList<>(opened)) {
            objects.copyAudits(trail);
        }
    }
}
