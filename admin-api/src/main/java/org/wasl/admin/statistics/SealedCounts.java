package org.wasl.admin.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;
import org.wasl.admin.store.Stored;

/**
 * Counts as sealed objects. In clear stand a case's number or a random id, for what bot nodes counted with its month, and
 * a day that is made of the id alone, so that nobody learns from it when something was counted.
 */
final class SealedCounts implements CountStore {
    /** Over so many days ids are spread: the list of one day stays short. */
    private static final int DAYS = 3_650;

    private static final int CODED_BYTES = 4_000;
    private static final int CHAT_BYTES = 200_000;
    private static final int RELEASE_BYTES = 3_000_000;
    private static final int RELEASES = 400;
    private static final int LOG_BYTES = 2_000_000;

    private final SealedObjects<Kept> coded;
    private final SealedObjects<ChatCounts> chats;
    private final SealedObjects<Release> releases;
    private final SealedObjects<Log> logs;
    private final AuditTrail trail;

    SealedCounts(ObjectStores stores, AuditTrail trail, StatisticsSettings settings) {
        this.coded = stores.open(
                new ObjectKind<>("coded-case", Kept.class, 1, CODED_BYTES, settings.mostLive(), one -> true));
        this.chats = stores.open(
                new ObjectKind<>("chat-counts", ChatCounts.class, 1, CHAT_BYTES, settings.mostRuns(), one -> true));
        this.releases =
                stores.open(new ObjectKind<>("release", Release.class, 1, RELEASE_BYTES, RELEASES, one -> true));
        this.logs = stores.open(new ObjectKind<>("statistics-log", Log.class, 1, LOG_BYTES, 1, one -> false));
        this.trail = trail;
    }

    /** The lines of a day. */
    record Log(List<Query> lines) {
        Log {
            lines = List.copyOf(lines);
        }

        Log with(Query line, int most) {
            if (lines.size() >= most) {
                return this;
            }
            List<Query> more = new ArrayList<>(lines);
            more.add(line);
            return new Log(more);
        }
    }

    @Override
    public Map<String, Kept> all() {
        Map<String, Kept> all = new HashMap<>();
        coded.live().forEach(stored -> all.put(stored.id(), stored.content()));
        return all;
    }

    @Override
    public int size() {
        return coded.inMemory();
    }

    @Override
    public Optional<Kept> find(String id) {
        return coded.read(id).map(Stored::content);
    }

    @Override
    public void keep(String id, Kept kept) {
        if (coded.change(id, before -> kept).isEmpty()
                && coded.insert(id, anyDay(id), kept).isEmpty()) {
            coded.change(id, before -> kept);
        }
    }

    private static LocalDate anyDay(String id) {
        return LocalDate.ofEpochDay(Math.floorMod(id.hashCode(), DAYS));
    }

    @Override
    public void remove(String id) {
        coded.erase(id, trail);
    }

    @Override
    public Map<String, ChatCounts> chats() {
        Map<String, ChatCounts> all = new HashMap<>();
        chats.live().forEach(stored -> all.put(stored.id(), stored.content()));
        return all;
    }

    @Override
    public void tell(String id, ChatCounts counts) {
        if (chats.change(id, before -> before.told(counts)).isEmpty()
                && chats.insert(id, anyDay(id), counts).isEmpty()) {
            chats.change(id, before -> before.told(counts));
        }
    }

    @Override
    public void removeChats(String id) {
        chats.erase(id, trail);
    }

    @Override
    public boolean release(Release release) {
        return releases.insert(release.quarter().toString(), release.made(), release)
                .isPresent();
    }

    @Override
    public Collection<Release> releases() {
        return releases.live().stream().map(Stored::content).toList();
    }

    @Override
    public void log(LocalDate day, Query query, int most) {
        String id = day.toString();
        if (logs.change(id, log -> log.with(query, most)).isEmpty()
                && logs.insert(id, day, new Log(List.of(query))).isEmpty()) {
            logs.change(id, log -> log.with(query, most));
        }
    }

    @Override
    public List<Query> log(LocalDate day) {
        return logs.read(day.toString()).map(stored -> stored.content().lines()).orElse(List.of());
    }
}
