package org.wasl.triage.intake;

/** How far a conversation came: groups of questions, few enough that counts by them say nothing of one person. */
public enum Stage {
    /** The greeting: no language was chosen. */
    GREETING,
    /** Whether it is safe to write. */
    SAFETY,
    /** What happens to what is written, and whether it may be sent. */
    NOTICE,
    /** Whether there is danger now. */
    DANGER,
    /** What happened, in the person's own words, and the one confirming question. */
    STORY,
    /** What is asked of everybody after the story. */
    QUESTIONS,
    /** What is asked about the matter. */
    MATTER,
    /** The emergency path. */
    EMERGENCY,
    /** When and how to write, and who should. */
    CONTACT,
    /** The last look before it is sent. */
    SUMMARY,
    /** Advice was shown, and it was asked whether to send after all. */
    ADVICE
}
