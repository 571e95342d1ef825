package org.wasl.admin.reply;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks again and again at what has to leave: replies not delivered, chats to forget, questions to answer. */
final class ReplySweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReplySweep.class);

    /** After the hot set, before the drain brings more. */
    private static final int PHASE = 10;

    private static final long ANSWER_EVERY_MILLIS = 20;

    private final ReplyPublisher publisher;
    private final MailboxDesk desk;
    private final CapsuleAnswers answers;
    private final ReplySettings settings;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("replies-", 0).daemon().factory());
    private volatile boolean running;

    ReplySweep(ReplyPublisher publisher, MailboxDesk desk, CapsuleAnswers answers, ReplySettings settings) {
        this.publisher = publisher;
        this.desk = desk;
        this.answers = answers;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        long pause = settings.sweep().toMillis();
        timer.scheduleWithFixedDelay(guarded(publisher::sweep), pause, pause, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(guarded(desk::sweep), pause, pause, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                guarded(answers::answerDue), ANSWER_EVERY_MILLIS, ANSWER_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                // Looked at again in a moment; the message could quote a document.
                if (running) {
                    log.warn("reply sweep failed: {}", failed.getClass().getSimpleName());
                }
            }
        };
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
