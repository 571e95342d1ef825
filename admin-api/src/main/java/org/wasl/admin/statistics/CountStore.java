package org.wasl.admin.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where counts are kept, sealed. What is live is in memory; every look-up in the store is by id. */
interface CountStore {
    /** What is kept of one case, and the id it goes on under once the case is gone. */
    record Kept(CodedCase coded, String apart) {}

    /** Everything kept, by id. From memory: what another node wrote comes a moment later. */
    Map<String, Kept> all();

    /** How many are kept. From memory, and as cheap for many as for few. */
    int size();

    Optional<Kept> find(String id);

    /** Keeps this under an id, in place of what was there. */
    void keep(String id, Kept kept);

    /** For ever, in every copy. Harmless when there is none. */
    void remove(String id);

    /** What bot nodes counted of conversations, by run and month. From memory. */
    Map<String, ChatCounts> chats();

    /** Adds what a run tells now to what it told before. */
    void tell(String id, ChatCounts counts);

    /** For ever, in every copy. Harmless when there is none. */
    void removeChats(String id);

    /** Keeps a release for ever; {@code false} when there is one for its quarter already, which stays. */
    boolean release(Release release);

    /** From memory. */
    Collection<Release> releases();

    /** Adds a line to the log of a day; lines over the most of a day are left to the audit chain. */
    void log(LocalDate day, Query query, int most);

    /** The lines of one day, the earliest first. */
    List<Query> log(LocalDate day);
}
