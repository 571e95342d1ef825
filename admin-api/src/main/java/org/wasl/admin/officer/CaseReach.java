package org.wasl.admin.officer;

/** Which cases a role reaches at all, before a case's own rules are asked. */
public enum CaseReach {
    /** No case. */
    NONE,
    /** Cases whose team they are in, or to which they were called out. */
    OWN,
    /** Cases to whose team they were asked. */
    INVITED,
    /** The queue, within their scope; restricted ones as their team or until they are claimed. */
    SHIFT,
    /** As {@link #SHIFT}, with what waits for a second person's look. */
    SUPERVISED,
    /** The board of their governorates. */
    REGION,
    /** Cases in which the accused may be of the security forces, and no others. */
    CONFLICT,
    /** A sample drawn by the desk, to look at and never to change. */
    SAMPLED
}
