package org.wasl.bot.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.bot.session.ConversationKey;

class ReceiptWorkTest {

    private static final ConversationKey GREEDY = new ConversationKey("0a".repeat(16));
    private static final ConversationKey MODEST = new ConversationKey("0b".repeat(16));
    private static final ConversationKey THIRD = new ConversationKey("0c".repeat(16));

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private ReceiptWork work = new ReceiptWork(MailboxSettings.DEFAULTS);

    @BeforeEach
    void holdTheThread() throws InterruptedException {
        work.close();
        work = new ReceiptWork(
                new MailboxSettings(50, 5, 3, Duration.ofDays(7), Duration.ofSeconds(60), Duration.ofSeconds(2), 10));
        CountDownLatch begun = new CountDownLatch(1);
        work.offer(THIRD, () -> {
            begun.countDown();
            awaitGate();
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void end() {
        gate.countDown();
        work.close();
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean offer(ConversationKey key, String name) {
        return work.offer(key, () -> done.add(name));
    }

    private void finish() throws InterruptedException {
        gate.countDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.contains("last")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void letsNobodyWaitBehindMoreThanOnePieceOfAnother() throws InterruptedException {
        offer(GREEDY, "greedy 1");
        offer(GREEDY, "greedy 2");
        offer(GREEDY, "last");
        offer(MODEST, "modest");
        finish();

        assertThat(done).containsExactly("greedy 1", "modest", "greedy 2", "last");
    }

    @Test
    void refusesMoreThanItsShareOfOneConversationAndTakesAnother() throws InterruptedException {
        assertThat(offer(GREEDY, "1")).isTrue();
        assertThat(offer(GREEDY, "2")).isTrue();
        assertThat(offer(GREEDY, "3")).isTrue();
        assertThat(offer(GREEDY, "4")).isFalse();
        assertThat(offer(MODEST, "modest")).isTrue();
        assertThat(offer(MODEST, "last")).isTrue();
        assertThat(offer(THIRD, "over all")).isFalse();
        finish();

        assertThat(done).startsWith("1", "modest", "2", "last");
    }
}
