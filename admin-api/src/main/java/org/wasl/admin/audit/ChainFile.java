package org.wasl.admin.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonParseException;

/**
 * Chains read from a file: what {@link AuditChains#export} wrote, or the two collections as the store's own tools write
 * them, a document a line, one file after the other. Nothing can be written to it.
 */
final class ChainFile implements ChainStore {
    private final Map<ChainName, Map<Long, ChainLink>> links = new TreeMap<>();
    private final Map<ChainName, ChainHead> published = new HashMap<>();

    private ChainFile() {}

    /** Reads the whole file. Throws for a line that is no document; an entry somebody changed is read and shows later. */
    static ChainFile read(Path file) {
        ChainFile chains = new ChainFile();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    chains.take(line, number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chains;
    }

    private void take(String line, int number) {
        try {
            Document document = Document.parse(line);
            String id = document.getString("_id");
            if (document.containsKey("former")) {
                ChainName chain = ChainName.parse(id.substring(0, id.lastIndexOf('/')));
                long sequence = Long.parseLong(id.substring(id.lastIndexOf('/') + 1));
                links.computeIfAbsent(chain, _ -> new HashMap<>())
                        .put(sequence, MongoChainStore.link(chain, sequence, document));
            } else {
                ChainName chain = ChainName.parse(id);
                links.computeIfAbsent(chain, _ -> new HashMap<>());
                if (document.get("sequence") instanceof Number sequence) {
                    published.put(chain, new ChainHead(chain, sequence.longValue(), document.getString("hash")));
                }
            }
        } catch (JsonParseException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "line " + number + ": (expected: an entry or a chain, as a JSON document)");
        }
    }

    @Override
    public ChainName begin(String node) {
        throw new UnsupportedOperationException("a file of chains is read only");
    }

    @Override
    public void write(List<ChainLink> more) {
        throw new UnsupportedOperationException("a file of chains is read only");
    }

    @Override
    public Map<Long, ChainLink> read(ChainName chain, long first, int count) {
        Map<Long, ChainLink> held = links.getOrDefault(chain, Map.of());
        Map<Long, ChainLink> found = new HashMap<>();
        for (long sequence = first; sequence < first + count; sequence++) {
            ChainLink link = held.get(sequence);
            if (link != null) {
                found.put(sequence, link);
            }
        }
        // Entries behind a hole larger than a reader's step are there all the same.
        return found;
    }

    @Override
    public List<ChainName> chains() {
        return List.copyOf(links.keySet());
    }

    @Override
    public void publish(ChainHead head) {
        throw new UnsupportedOperationException("a file of chains is read only");
    }

    @Override
    public Optional<ChainHead> published(ChainName chain) {
        Map<Long, ChainLink> read = links.getOrDefault(chain, Map.of());
        long last = read.values().stream().mapToLong(ChainLink::sequence).max().orElse(0);
        ChainHead told = published.get(chain);
        // So far at least it has to be read: the file says what it holds.
        return last == 0 || told != null && told.sequence() >= last
                ? Optional.ofNullable(told)
                : Optional.ofNullable(read.get(last)).map(ChainLink::head);
    }
}
