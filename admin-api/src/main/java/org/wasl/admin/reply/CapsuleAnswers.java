package org.wasl.admin.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.wasl.triage.intake.IntakeEntry;

/**
 * Answers questions for capsules, each the same while after it was asked, found or not: how long an answer takes must
 * not tell whether there is a case. A question that finds no room stays unanswered, as if the desk were away.
 */
public final class CapsuleAnswers {
    private final MailboxDesk desk;
    private final ReplyPublisher publisher;
    private final Duration pace;
    private final Clock clock;
    private final BlockingQueue<Waiting> waiting;

    CapsuleAnswers(MailboxDesk desk, ReplyPublisher publisher, ReplySettings settings, Clock clock) {
        this.desk = desk;
        this.publisher = publisher;
        this.pace = settings.capsulePace();
        this.clock = clock;
        this.waiting = new ArrayBlockingQueue<>(settings.mostQuestions());
    }

    /** Takes a question and returns at once. */
    public void asked(IntakeEntry.CapsuleAsked asked) {
        waiting.offer(new Waiting(asked, clock.instant().plus(pace)));
    }

    /** Answers what is due. */
    void answerDue() {
        for (Waiting next = waiting.peek();
                next != null && !clock.instant().isBefore(next.due());
                next = waiting.peek()) {
            waiting.remove(next);
            publisher.drop(desk.found(next.asked()));
        }
    }

    private record Waiting(IntakeEntry.CapsuleAsked asked, Instant due) {}
}
