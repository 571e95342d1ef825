package org.wasl.admin.partner;

/** Whom a partner takes. */
public enum Taken {
    WOMEN,
    MEN,
    GIRLS,
    BOYS,
    /** Children who come with their mother. */
    CHILDREN_WITH_MOTHER
}
