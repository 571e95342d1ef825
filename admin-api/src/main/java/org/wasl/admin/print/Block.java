package org.wasl.admin.print;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One thing of a document, in the order it is read. */
sealed interface Block {

    /** Where a line stands between the margins. */
    enum Stand {
        AT_THE_START,
        CENTRED,
        /** Where the text itself begins, whatever the language of the document. */
        AS_WRITTEN
    }

    /**
     * @param size of the letters, in points
     * @param indent from the start of the line, in points
     * @param before room above, in points
     * @param keep lines that must follow on the same page
     * @param grey 0 is black, 1 is white
     */
    record Style(Face face, float size, float indent, float before, int keep, float grey, Stand stand) {
        static final Style TITLE = new Style(Face.BOLD, 18, 0, 0, 0, 0, Stand.AT_THE_START);
        static final Style HEADING = new Style(Face.BOLD, 13, 0, 14, 3, 0, Stand.AT_THE_START);
        static final Style TEXT = new Style(Face.REGULAR, 10.5f, 0, 5, 0, 0, Stand.AT_THE_START);
        static final Style QUIET = new Style(Face.REGULAR, 9, 0, 4, 0, 0.35f, Stand.AT_THE_START);
        static final Style QUOTE = new Style(Face.REGULAR, 10.5f, 14, 5, 0, 0.15f, Stand.AS_WRITTEN);
        static final Style ITEM = new Style(Face.REGULAR, 10.5f, 14, 3, 0, 0, Stand.AT_THE_START);

        Style strong() {
            return new Style(Face.BOLD, size, indent, before, keep, grey, stand);
        }
    }

    /** @param sign stands in the indent of the first line; empty for none */
    record Words(String text, Style style, String sign) implements Block {
        @Override
        public String toString() {
            return "Words[" + text.length() + "]";
        }
    }

    /** @param widths shares of the columns; empty lets their content decide */
    record Table(List<String> headers, List<List<String>> rows, List<Integer> widths) implements Block {
        public Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
            widths = List.copyOf(widths);
            if (headers.isEmpty()) {
                throw new IllegalArgumentException("table: no columns (expected: > 0)");
            }
            int columns = headers.size();
            if (rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("table: a row of other length (expected: " + columns + " cells)");
            }
            if (!widths.isEmpty() && widths.size() != columns) {
                throw new IllegalArgumentException("table: " + widths.size() + " widths (expected: " + columns + ")");
            }
        }

        /** Whether there is anything to say above the columns. */
        boolean headed() {
            return headers.stream().anyMatch(header -> !header.isBlank());
        }

        int columns() {
            return headers.size();
        }

        /** What stands in a column, its header first. */
        List<String> column(int column, int mostRows) {
            return IntStream.range(-1, Math.min(rows.size(), mostRows))
                    .mapToObj(
                            row -> row < 0 ? headers.get(column) : rows.get(row).get(column))
                    .collect(Collectors.toList());
        }

        @Override
        public String toString() {
            return "Table[" + rows.size() + " x " + columns() + "]";
        }
    }

    /** @param width in points; the height follows */
    record Picture(Raster image, float width) implements Block {}

    /** Room of so many points. */
    record Room(float height) implements Block {}

    record NewPage() implements Block {}
}
