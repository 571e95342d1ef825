package org.wasl.admin.print;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a printed document. What is over a limit is left out, and the document says so where it happened.
 *
 * @param longestText characters of one paragraph or cell
 * @param mostText characters of the whole document
 * @param mostRows rows of one table
 * @param mostPages pages of one document
 * @param largestImage bytes of one picture; a larger one is refused, since it is always our own
 */
@ConfigurationProperties("wasl.print")
public record PrintSettings(
        @DefaultValue("20000") int longestText,
        @DefaultValue("1000000") int mostText,
        @DefaultValue("2000") int mostRows,
        @DefaultValue("300") int mostPages,
        @DefaultValue("1MB") DataSize largestImage) {

    public static final PrintSettings DEFAULTS =
            new PrintSettings(20_000, 1_000_000, 2_000, 300, DataSize.ofMegabytes(1));

    public PrintSettings {
        atLeastOne("longest-text", longestText);
        atLeastOne("most-text", mostText);
        atLeastOne("most-rows", mostRows);
        atLeastOne("most-pages", mostPages);
    }

    private static void atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.print." + key + ": " + value + " (expected: > 0)");
        }
    }
}
