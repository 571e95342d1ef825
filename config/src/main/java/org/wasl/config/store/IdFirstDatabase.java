package org.wasl.config.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds a document by its id also where a filter asks for more than the id. The stock database uses an index only for a
 * filter of exactly its keys; "this id, if it still has this version" made it read the whole collection, so that every
 * write of a case cost as much as all cases ever closed.
 */
final class IdFirstDatabase extends H2Database {
    private static final List<String> ID = List.of("_id");

    IdFirstDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        Index<Object> stock = super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        return keys.stream().map(IndexKey::getKey).toList().equals(ID) ? new IdFirst(stock, keys) : stock;
    }

    /** What matches the rest of a filter is looked at document by document, as for every index. */
    private static final class IdFirst extends Index<Object> {
        private final Index<Object> stock;

        private IdFirst(Index<Object> stock, List<IndexKey> keys) {
            super(stock.getName(), keys, false);
            this.stock = stock;
        }

        @Override
        public boolean canHandle(Document query) {
            return stock.canHandle(idOf(query));
        }

        @Override
        public Iterable<Object> getPositions(Document query) {
            return stock.getPositions(idOf(query));
        }

        /** The part of a filter that all documents it finds have to match, and that names the id; else all of it. */
        private static Document idOf(Document query) {
            if (query.containsKey("_id")) {
                return new Document("_id", query.get("_id"));
            }
            if (query.get("$and") instanceof List<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document narrower && narrower.containsKey("_id")) {
                        return new Document("_id", narrower.get("_id"));
                    }
                }
            }
            return query;
        }

        @Override
        public @Nullable Object getPosition(Document document) {
            return stock.getPosition(document);
        }

        @Override
        public void checkAdd(Document document, MongoCollection<Object> collection) {
            stock.checkAdd(document, collection);
        }

        @Override
        public void add(Document document, Object position, MongoCollection<Object> collection) {
            stock.add(document, position, collection);
        }

        @Override
        public @Nullable Object remove(Document document) {
            return stock.remove(document);
        }

        @Override
        public long getCount() {
            return stock.getCount();
        }

        @Override
        public long getDataSize() {
            return stock.getDataSize();
        }

        @Override
        public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
            stock.checkUpdate(before, after, collection);
        }

        @Override
        public void updateInPlace(
                Document before, Document after, Object position, MongoCollection<Object> collection) {
            stock.updateInPlace(before, after, position, collection);
        }

        @Override
        public void drop() {
            stock.drop();
        }

        @Override
        public boolean isUnique() {
            return stock.isUnique();
        }
    }
}
