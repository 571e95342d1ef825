package org.wasl.admin.casework;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.StaffId;
import org.wasl.triage.report.Category;

/**
 * What a human says a case is about. The machine's own reading stands beside it and is never written over.
 *
 * @param secondary further matters, none twice and not the primary one
 * @param gbvType {@code null} where nobody has said
 */
public record Coding(
        Category primary,
        List<Category> secondary,
        @Nullable GbvType gbvType,
        StaffId by,
        Instant at) {

    /** The six core types of the GBVIMS classification, and the answer that it is none. The first that fits is chosen. */
    public enum GbvType {
        RAPE,
        SEXUAL_ASSAULT,
        PHYSICAL_ASSAULT,
        FORCED_MARRIAGE,
        DENIAL_OF_RESOURCES,
        PSYCHOLOGICAL_ABUSE,
        NOT_GBV
    }

    public Coding {
        secondary = secondary.stream().filter(one -> one != primary).distinct().toList();
    }

    Stream<Category> all() {
        return Stream.concat(Stream.of(primary), secondary.stream());
    }
}
