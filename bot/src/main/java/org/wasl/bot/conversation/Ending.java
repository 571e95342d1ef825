package org.wasl.bot.conversation;

import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

/** What is counted of a conversation once it is over. Nothing of it says whose it was, or when. */
public sealed interface Ending {

    /**
     * It ended before anything was sent.
     *
     * @param stage of the question that was open last
     * @param locale empty while no language was chosen
     */
    record Left(Stage stage, String locale) implements Ending {}

    /** What somebody who came back and read an answer said about the help. */
    record Said(Tap helped, Tap safe, String locale) implements Ending {}
}
