package org.wasl.admin.web;

import org.jspecify.annotations.Nullable;

/** Why somebody does what they do, in their own words. */
public record ReasonForm(@Nullable String reason) {
    @Override
    public String toString() {
        return "ReasonForm[redacted]";
    }
}
