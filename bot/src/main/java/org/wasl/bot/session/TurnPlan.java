package org.wasl.bot.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one turn will commit, and what the worker does once it is committed. */
final class TurnPlan {

    final Step step;
    final List<OutboxEntry> outgoing = new ArrayList<>();
    final List<Runnable> afterwards = new ArrayList<>();
    final Map<String, Hop> hops = new LinkedHashMap<>();
    final Map<String, WorkForm.Asked> works = new LinkedHashMap<>();
    /** Entries that are not sent any more, while others stay. */
    final Set<String> dropped = new HashSet<>();

    boolean purges;
    boolean forgets;
    Live.@Nullable Standing standing;

    TurnPlan(Step step) {
        this.step = step;
    }
}
