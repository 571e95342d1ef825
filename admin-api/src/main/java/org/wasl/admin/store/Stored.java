package org.wasl.admin.store;

import java.time.LocalDate;

/**
 * One object as it was read.
 *
 * @param id stands in clear; never made of anything a person said
 * @param version counts writes, the copying of audit entries included; 1 after the first. Compared by
 *     {@link SealedObjects#replace}
 * @param edition counts the writes that changed what it holds; what an entity tag is made of
 * @param day stands in clear, given once; what it is listed by
 */
public record Stored<T>(String id, long version, long edition, LocalDate day, T content) {
    @Override
    public String toString() {
        return "Stored[" + id + ", version " + version + ", redacted]";
    }
}
