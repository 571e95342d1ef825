package org.wasl.triage.intake;

/**
 * The most that may cross between the zones, in UTF-8 bytes and in entries. The same on both sides: what the sealer
 * writes, the opener reads. The whole must also fit the largest padding bucket of 64 KB, packed where it would not
 * otherwise.
 */
public final class Limits {

    /** The story, and an input nobody could work through: about 24,000 Arabic letters. */
    public static final int STORY = 48 * 1024;

    /** One line of the transcript. */
    public static final int LINE = 32 * 1024;

    public static final int LINES = 500;

    public static final int FACTS = 512;

    public static final int REASONS = 64;

    /** Words behind a fact or a reason, or a reason's own text. */
    public static final int EVIDENCE = 32 * 1024;

    /** Codes, ids, locales, versions. */
    public static final int CODE = 128;

    public static final int CONSENTS = 32;

    /** Sentences struck at once. */
    public static final int STRUCK = 64;

    public static final int WINDOWS = 16;

    /** Codes of posters counted on one day; what is beyond counts as nothing. */
    public static final int CAMPAIGNS = 300;

    /** Ways conversations can end, counted in one month: stages, locales and channels are few. */
    public static final int COUNTS = 500;

    public static final int CAPSULE = 1024;

    /** A point of P-256, uncompressed. */
    public static final int PAGE_KEY = 65;

    /** A receipt sealed to a page: the smallest padding bucket, and a little more. */
    public static final int SEALED_RECEIPT = 1280;

    public static final int CAPSULES = 6;

    public static final int URL = 512;

    /** An account, link or number of the one who threatens. */
    public static final int HANDLE = 1024;

    public static final int STAFFED = 256;

    /** Attachments told of in one entry. */
    public static final int ATTACHMENTS = 32;

    /** Content and padding of one chunk of an attachment, sealed. */
    public static final int CHUNK = 256 * 1024;

    /** Chunks of one attachment: 64 MB. What a bot takes is a setting below this. */
    public static final int CHUNKS = 256;

    /** The platform's own name for something that was not fetched. */
    public static final int PLATFORM_ID = 512;

    private Limits() {}
}
