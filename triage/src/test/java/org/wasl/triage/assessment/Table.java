package org.wasl.triage.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tab-separated table of the test resources with a heading line; lines that start with # are remarks. */
public final class Table {

    private Table() {}

    public static List<Row> read(String resource) {
        List<String> lines = lines(resource);
        String[] heads = lines.get(0).split("\t", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < heads.length; column++) {
                row.put(heads[column], column < cells.length ? cells[column] : "");
            }
            rows.add(new Row(row));
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException(resource + ": no rows");
        }
        return rows;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One line, by the names of the heading. */
    public record Row(Map<String, String> cells) {

        public String get(String head) {
            String cell = cells.get(head);
            if (cell == null) {
                throw new IllegalArgumentException(head);
            }
            return cell;
        }
    }
}
