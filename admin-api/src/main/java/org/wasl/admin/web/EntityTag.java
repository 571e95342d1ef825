package org.wasl.admin.web;

import org.jspecify.annotations.Nullable;

/** The version of what was read, as it travels in {@code ETag} and {@code If-Match}. */
public record EntityTag(long version) {
    private static final int LONGEST = 24;

    /** The value of an {@code ETag} header. */
    public String header() {
        return "\"" + version + "\"";
    }

    /**
     * Reads {@code If-Match}.
     *
     * @throws ProblemException {@link Problem#VERSION_NEEDED} without one, {@link Problem#UNREADABLE} for anything but
     *     one strong tag of ours
     */
    public static EntityTag required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        String tag = ifMatch.strip();
        if (tag.length() > LONGEST || !tag.matches("\"[0-9]{1,18}\"")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new EntityTag(Long.parseLong(tag.substring(1, tag.length() - 1)));
    }

    /**
     * Says whether what was read is still what is there.
     *
     * @throws ProblemException {@link Problem#CHANGED} when it is not
     */
    public void mustBe(long present) {
        if (version != present) {
            throw new ProblemException(Problem.CHANGED);
        }
    }
}
