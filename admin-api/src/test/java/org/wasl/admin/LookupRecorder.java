package org.wasl.admin;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Hears every command a desk node sends to the document store, and names those that look for anything but an id. */
public final class LookupRecorder implements CommandListener {
    /** Collections that are read as a whole, since they hold only what is open or begun. */
    private static final Set<String> WALKED = Set.of(
            "attachment_coming",
            "attachment_played",
            "drills",
            "open_cases",
            "objects_live",
            "erasing",
            "erased",
            "readings",
            "retention_shelves",
            "retention_holds",
            "retention_lists",
            "retention_requests");

    private final Set<String> walkedHere = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> lookups = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> wrong = Collections.synchronizedSet(new TreeSet<>());

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String name = event.getCommandName();
        BsonDocument command = event.getCommand();
        switch (name) {
            case "find" -> looked(name, command, command.get("filter"));
            case "count" -> looked(name, command, command.get("query"));
            case "findAndModify" -> looked(name, command, command.get("query"));
            case "update" -> each(name, command, "updates");
            case "delete" -> each(name, command, "deletes");
            case "aggregate", "distinct", "mapReduce", "createIndexes" -> wrong.add(name + " " + where(name, command));
            default -> {
                // Inserts and the driver's own talk look for nothing.
            }
        }
    }

    /** Says that this test looks for what is left over, which walks through these. */
    public void walks(String... collections) {
        walkedHere.addAll(Set.of(collections));
    }

    /** Every kind of look-up so far, as {@code find cases by _id}. */
    public List<String> lookups() {
        return List.copyOf(lookups);
    }

    /** Those that would be slow without an index. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    private void each(String name, BsonDocument command, String list) {
        for (BsonValue one : command.getArray(list)) {
            looked(name, command, one.asDocument().get("q"));
        }
    }

    private void looked(String name, BsonDocument command, @org.jspecify.annotations.Nullable BsonValue filter) {
        List<String> by = new ArrayList<>();
        if (filter != null) {
            keys(filter.asDocument()).sorted().forEach(by::add);
        }
        String lookup = name + " " + where(name, command) + " by " + (by.isEmpty() ? "nothing" : String.join(", ", by));
        lookups.add(lookup);
        boolean whole = by.isEmpty() && (name.equals("count") || name.equals("find") && walked(where(name, command)));
        if (!by.contains("_id") && !whole) {
            wrong.add(lookup);
        }
    }

    private boolean walked(String collection) {
        return WALKED.contains(collection) || walkedHere.contains(collection);
    }

    /** What all documents found must have in common; one side of an "or" is not enough. */
    private static Stream<String> keys(BsonDocument filter) {
        return filter.entrySet().stream()
                .flatMap(entry -> entry.getKey().equals("$and")
                        ? entry.getValue().asArray().stream().flatMap(one -> keys(one.asDocument()))
                        : Stream.of(entry.getKey()));
    }

    private static String where(String name, BsonDocument command) {
        return command.get(name).isString() ? command.getString(name).getValue() : "";
    }
}
