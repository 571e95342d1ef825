package org.wasl.admin.officer;

/** Whose ground a governorate is on: decides numbers, powers and who can be sent. */
public enum Territory {
    /** The federal governorates. */
    FED,
    /** The Kurdistan Region. */
    KRI
}
