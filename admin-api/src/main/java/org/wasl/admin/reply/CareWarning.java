package org.wasl.admin.reply;

/** What in a reply could put somebody in danger, or promise what nobody can keep. In the order it is told. */
public enum CareWarning {
    /** Whoever holds the phone would learn whom to call; and a number can be called back. */
    PHONE_NUMBER,
    /** A place in the text, or a question for one: the reader may not be the person. */
    ADDRESS,
    /** Nobody is ever asked for pictures: they are the weapon. */
    PICTURE,
    /** Told or asked of somebody's family, it names the one the reply is hidden from. */
    FAMILY,
    /** Nobody can keep a promise of minutes, and the person will wait for it. */
    MINUTES,
    /** The first message asks whether this is a good moment before it says anything. */
    NO_OPENER
}
