package org.wasl.admin.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts in memory alone. */
final class FakeCounts implements CountStore {
    private final Map<String, Kept> coded = new HashMap<>();
    private final Map<String, ChatCounts> chats = new HashMap<>();
    private final Map<Quarter, Release> releases = new TreeMap<>();
    private final Map<LocalDate, List<Query>> logs = new HashMap<>();

    @Override
    public Map<String, Kept> all() {
        return Map.copyOf(coded);
    }

    @Override
    public int size() {
        return coded.size();
    }

    @Override
    public Optional<Kept> find(String id) {
        return Optional.ofNullable(coded.get(id));
    }

    @Override
    public void keep(String id, Kept kept) {
        coded.put(id, kept);
    }

    @Override
    public void remove(String id) {
        coded.remove(id);
    }

    @Override
    public Map<String, ChatCounts> chats() {
        return Map.copyOf(chats);
    }

    @Override
    public void tell(String id, ChatCounts counts) {
        chats.merge(id, counts, ChatCounts::told);
    }

    @Override
    public void removeChats(String id) {
        chats.remove(id);
    }

    @Override
    public boolean release(Release release) {
        return releases.putIfAbsent(release.quarter(), release) == null;
    }

    @Override
    public Collection<Release> releases() {
        return List.copyOf(releases.values());
    }

    @Override
    public void log(LocalDate day, Query query, int most) {
        List<Query> lines = logs.computeIfAbsent(day, none -> new ArrayList<>());
        if (lines.size() < most) {
            lines.add(query);
        }
    }

    @Override
    public List<Query> log(LocalDate day) {
        return List.copyOf(logs.getOrDefault(day, List.of()));
    }
}
