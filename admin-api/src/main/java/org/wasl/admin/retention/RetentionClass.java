package org.wasl.admin.retention;

/** What a closed case is to its keeping. How long each is kept, and by whose word, stands in {@code retention.yml}. */
enum RetentionClass {
    /** The ladder was tried out: nobody is behind it. */
    DRILL,
    /** Somebody died or came to harm. */
    HARM,
    /** It went on before a court. */
    LEGAL,
    NOT_GENUINE,
    /** The police itself, or the forces, may be accused. */
    CONFLICT,
    CHILD,
    /** Closed since the person no longer wanted it. What they took back themselves is erased at once or in days. */
    WITHDRAWN,
    URGENT,
    /** Only advice was asked for, or it belonged elsewhere. */
    ADVICE,
    STANDARD
}
