package org.wasl.admin.officer;

/** A hard constraint when the citizen stated a wish. */
public enum Gender {
    WOMAN,
    MAN,
    /** Not written down: meets no stated wish. */
    UNSTATED
}
