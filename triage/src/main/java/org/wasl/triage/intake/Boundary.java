package org.wasl.triage.intake;

/** Names both zones must agree on. Nothing else of the store is shared. */
public final class Boundary {

    /** Stream the desk appends signed and sealed {@link DeskNotice}s to; the bot consumes it with a group of its own. */
    public static final String NOTICES = "wasl:{desk}:notices";

    /** Field in which one notice travels. */
    public static final String NOTICE_FIELD = "n";

    /** Hash whose one field is the sealed presence, replaced by the desk every few seconds. */
    public static final String PRESENCE = "wasl:{desk}:presence";

    /** Field of {@link #PRESENCE}. */
    public static final String PRESENCE_FIELD = "p";

    /** Channel on which the bot tells that a shard's intake has grown; the message is the shard's number. A hint only. */
    public static final String INTAKE_WAKE = "wasl:intake-wake";

    /** Channel on which the desk tells that {@link #NOTICES} has grown. A hint only. */
    public static final String NOTICES_WAKE = "wasl:notices-wake";

    private Boundary() {}
}
