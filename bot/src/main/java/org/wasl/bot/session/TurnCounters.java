package org.wasl.bot.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What can be seen of the turn from outside: counts alone, no words, no addresses, no ids. */
final class TurnCounters {

    /** A name is a time series in whatever collects the counts. */
    static final int MOST_NAMES = 300;

    private static final String CAMPAIGN = "campaign.";

    static final String OTHERS = "others";

    private final MeterRegistry registry;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final EndingCounts endings = new EndingCounts();

    TurnCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted() {
        count("wasl.turn.accepted");
    }

    void repeated() {
        count("wasl.turn.repeated");
    }

    void inboxFull() {
        count("wasl.turn.inbox-full");
    }

    void storeDown() {
        count("wasl.turn.store-down");
    }

    void taken() {
        count("wasl.turn.taken");
    }

    /** A turn on this revision of the flow; a revision without one for as long as drafts live is drained. */
    void onRevision(String flow) {
        registry.counter("wasl.turn.advanced", "flow", flow).increment();
    }

    void conflict() {
        count("wasl.turn.conflict");
    }

    void failed() {
        count("wasl.turn.failed");
    }

    void parked() {
        count("wasl.turn.parked");
    }

    void unreadable() {
        count("wasl.turn.unreadable");
    }

    void slowed() {
        count("wasl.turn.slowed");
    }

    void filed() {
        count("wasl.turn.filed");
    }

    void sent() {
        count("wasl.send.sent");
    }

    void retried() {
        count("wasl.send.retried");
    }

    void dead() {
        count("wasl.send.dead");
    }

    void blocked() {
        count("wasl.send.blocked");
    }

    void uninvited() {
        count("wasl.send.uninvited");
    }

    void superseded() {
        count("wasl.send.superseded");
    }

    void channelPaused() {
        count("wasl.send.channel-paused");
    }

    void expired() {
        count("wasl.session.expired");
    }

    void clockJumped() {
        count("wasl.session.clock-jumped");
    }

    void draftKeyDestroyed() {
        count("wasl.session.draft-key-destroyed");
    }

    void fileRewritten() {
        count("wasl.store.rewritten");
    }

    void rewriteFailed() {
        count("wasl.store.rewrite-failed");
    }

    void choreFailed() {
        count("wasl.session.chore-failed");
    }

    /**
     * A counter of the dialogue's own. Codes of campaigns come from outside: beyond the most names kept apart, all that
     * are new count as one.
     */
    void dropOff(String counter) {
        String name = names.contains(counter) || names.size() < MOST_NAMES && names.add(counter) ? counter : OTHERS;
        registry.counter("wasl.dialogue", "step", name).increment();
    }

    /** How often one of the dialogue's own was counted. */
    long dropOffs(String counter) {
        return (long) registry.counter("wasl.dialogue", "step", counter).count();
    }

    /** How many chats were begun with each code of a poster since this node started. */
    Map<String, Long> campaigns() {
        return names.stream()
                .filter(name -> name.startsWith(CAMPAIGN))
                .collect(Collectors.toMap(name -> name.substring(CAMPAIGN.length()), this::dropOffs));
    }

    /** How conversations ended. Not among what is measured: a small count could be somebody. */
    EndingCounts endings() {
        return endings;
    }

    /** How often one of the above happened, for an operator's page and for tests. */
    long of(String name) {
        return (long) registry.counter(name).count();
    }

    private void count(String name) {
        registry.counter(name).increment();
    }
}
