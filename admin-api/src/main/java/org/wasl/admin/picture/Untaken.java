package org.wasl.admin.picture;

/** Why there is no copy of a picture. Its place is what the image process ends with, above {@link #FIRST_STATUS}. */
public enum Untaken {
    /** Not a picture of the two kinds, or one in a form that is not decoded. */
    NOT_A_PICTURE,
    /** More bytes than are taken. */
    TOO_LARGE,
    /** More points than are decoded, by its own head: nothing of it was decoded. */
    TOO_MANY_POINTS,
    /** It took more time or memory than it is given; the process was ended. */
    TOO_MUCH,
    /** The original could not be read to its end. */
    NOT_WHOLE,
    /** Too many wait already; later. */
    BUSY;

    static final int FIRST_STATUS = 20;

    int status() {
        return FIRST_STATUS + ordinal();
    }

    /** What an ended process means; anything it does not say by itself is taken for more than it could do. */
    static Untaken of(int status) {
        int place = status - FIRST_STATUS;
        return place >= 0 && place < values().length ? values()[place] : TOO_MUCH;
    }
}
