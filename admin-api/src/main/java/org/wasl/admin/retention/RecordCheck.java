package org.wasl.admin.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.audit.AuditKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a destruction record somebody kept, from outside the desk: whether it is as it was sealed, and whether anything
 * it says is gone is in a store, this one or a copy of it. Needs the key of the audit chains and none that opens a case.
 */
public final class RecordCheck {
    private static final Pattern CASE =
            Pattern.compile("^([0-9]{4}-[0-9]{4}-[0-9]{2}) ([0-9a-f]{0,32})$", Pattern.MULTILINE);
    private static final List<String> GONE = List.of("case_keys", "cases", "open_cases");

    private RecordCheck() {}

    /**
     * What was found.
     *
     * @param sealed whether the record is as it was sealed
     * @param cases how many cases it says are gone
     * @param back of those, what is in the store, as {@code number: collection}; empty also without a store
     */
    public record Checked(boolean sealed, int cases, List<String> back) {
        public Checked {
            back = List.copyOf(back);
        }
    }

    /**
     * @param record a file as the console and the API give it
     * @param store {@code null} to look at the record alone
     * @throws IllegalArgumentException for a file that is no record, or one given to somebody who may not see all of it
     */
    public static Checked check(Path record, AuditKey key, @Nullable MongoTemplate store) {
        JsonNode read;
        try {
            read = JsonMapper.builder().build().readTree(Files.readString(record));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("record: no JSON (expected: a destruction record)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String statement = read.path("statement").asString("");
        String seal = read.path("seal").asString("");
        if (statement.isEmpty() || seal.isEmpty()) {
            throw new IllegalArgumentException("record: without its statement (expected: taken out by an auditor)");
        }
        List<String> back = new ArrayList<>();
        int cases = 0;
        Matcher lines = CASE.matcher(statement);
        while (lines.find()) {
            cases++;
            if (store != null) {
                look(store, lines.group(1), back);
            }
        }
        return new Checked(new RecordSeal(key).holds(statement, seal), cases, back);
    }

    private static void look(MongoTemplate store, String number, List<String> back) {
        for (String collection : GONE) {
            if (store.findById(number, Document.class, collection) != null) {
                back.add(number + ": " + collection);
            }
        }
        if (store.findById(number, Document.class, "erased_cases") == null) {
            back.add(number + ": no tombstone");
        }
    }
}
