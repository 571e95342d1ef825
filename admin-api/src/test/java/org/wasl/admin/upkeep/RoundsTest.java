package org.wasl.admin.upkeep;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

class RoundsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final String PLANTED = "marker-words-5b1e";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Told told = new Told();
    private Rounds rounds = Rounds.on("test-rounds");

    @BeforeEach
    void listen() {
        told.start();
        root.addAppender(told);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        rounds.stop();
        root.detachAppender(told);
        root.setLevel(before);
    }

    @Test
    void aTimeThatFailsIsFollowedByTheNextAndToldByItsClassAlone() throws InterruptedException {
        CountDownLatch times = new CountDownLatch(3);
        rounds = rounds.every(MOMENT, "the work", () -> {
            times.countDown();
            throw new IllegalStateException(PLANTED, new IllegalArgumentException(PLANTED));
        });

        rounds.start();

        assertThat(times.await(20, SECONDS)).isTrue();
        // The third is begun after the second was told.
        assertThat(told.lines)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.equals("WARN the work failed: IllegalStateException"));
    }

    @Test
    void nothingRunsAfterTheStop() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(3);
        AtomicReference<Thread> worker = new AtomicReference<>();
        rounds = rounds.every(MOMENT, "the work", () -> {
            worker.set(Thread.currentThread());
            times.incrementAndGet();
            first.countDown();
        });
        rounds.start();
        assertThat(first.await(20, SECONDS)).isTrue();

        rounds.stop();

        assertThat(rounds.isRunning()).isFalse();
        assertThat(Objects.requireNonNull(worker.get()).join(Duration.ofSeconds(20)))
                .as("its thread ends")
                .isTrue();
        int until = times.get();
        rounds.soon("afterwards", times::incrementAndGet);
        rounds.guarded("afterwards", times::incrementAndGet);
        Thread.sleep(50);
        assertThat(times).hasValue(until);
        assertThat(told.lines).isEmpty();
    }

    @Test
    void theStopBreaksOffWhatIsBeingDoneWithoutAWord() throws InterruptedException {
        AtomicReference<Thread> worker = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger rest = new AtomicInteger();
        rounds = rounds.every(MOMENT, "the work", () -> {
            worker.set(Thread.currentThread());
            rounds.guarded("a part of it", () -> {
                begun.countDown();
                try {
                    Thread.sleep(LONG);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(PLANTED, stopped);
                }
            });
            rounds.guarded("the rest of it", rest::incrementAndGet);
        });
        rounds.start();
        assertThat(begun.await(20, SECONDS)).isTrue();

        rounds.stop();

        assertThat(Objects.requireNonNull(worker.get()).join(Duration.ofSeconds(20)))
                .isTrue();
        assertThat(rest).hasValue(0);
        assertThat(told.lines).isEmpty();
    }

    @Test
    void onePartThatFailsLeavesTheRest() throws InterruptedException {
        CountDownLatch rest = new CountDownLatch(1);
        rounds = rounds.every(MOMENT, "the work", () -> {
            rounds.guarded("a part of it", () -> {
                throw new IllegalStateException(PLANTED);
            });
            rounds.guarded("the rest of it", rest::countDown);
        });

        rounds.start();

        assertThat(rest.await(20, SECONDS)).isTrue();
        assertThat(told.lines).contains("WARN a part of it failed: IllegalStateException");
    }

    @Test
    void worksOnADaemonThreadOfItsName() throws InterruptedException {
        BlockingQueue<Thread> workers = new LinkedBlockingQueue<>();
        rounds = rounds.every(Duration.ZERO, LONG, "the work", () -> workers.add(Thread.currentThread()));

        rounds.start();

        Thread worker = workers.poll(20, SECONDS);
        assertThat(worker).isNotNull().returns("test-rounds", Thread::getName).returns(true, Thread::isDaemon);
    }

    @Test
    void onTwoThreadsALongWorkHoldsUpNoOther() throws InterruptedException {
        CountDownLatch other = new CountDownLatch(3);
        CountDownLatch held = new CountDownLatch(1);
        BlockingQueue<String> names = new LinkedBlockingQueue<>();
        rounds = Rounds.on("two-", 2)
                .every(Duration.ZERO, LONG, "a long one", () -> {
                    names.add(Thread.currentThread().getName());
                    await(held);
                })
                .every(MOMENT, "another", other::countDown);

        rounds.start();

        assertThat(other.await(20, SECONDS)).isTrue();
        assertThat(names.poll(20, SECONDS)).startsWith("two-");
        held.countDown();
    }

    @Test
    void oneThreadNeverDoesTwoThingsAtOnce() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch times = new CountDownLatch(20);
        Runnable work = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            atOnce.decrementAndGet();
            times.countDown();
        };
        rounds = rounds.every(MOMENT, "one", work).every(MOMENT, "another", work);

        rounds.start();
        rounds.soon("beside them", work);

        assertThat(times.await(20, SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void whatIsWantedSoonDoesNotWaitForThePause() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        rounds = rounds.every(LONG, "the work", () -> {});
        rounds.start();

        rounds.soon("at once", () -> {
            throw new IllegalStateException(PLANTED);
        });
        rounds.soon("at once", done::countDown);

        assertThat(done.await(20, SECONDS)).isTrue();
        assertThat(told.lines).containsExactly("WARN at once failed: IllegalStateException");
    }

    @Test
    void whatComesBeforeIsDoneByTheStartAndMayFailIt() {
        AtomicReference<Thread> starter = new AtomicReference<>();
        rounds = rounds.after(() -> starter.set(Thread.currentThread()));
        rounds.start();
        assertThat(starter).hasValue(Thread.currentThread());
        assertThat(rounds.isRunning()).isTrue();

        Rounds failing = Rounds.on("failing").after(() -> {
            throw new IllegalStateException("no store");
        });
        assertThatThrownBy(failing::start).hasMessage("no store");
        assertThat(failing.isRunning()).isFalse();
    }

    @Test
    void canBeStartedAgain() throws InterruptedException {
        BlockingQueue<Integer> times = new LinkedBlockingQueue<>();
        rounds = rounds.every(Duration.ZERO, LONG, "the work", () -> times.add(1));
        rounds.start();
        assertThat(times.poll(20, SECONDS)).isEqualTo(1);
        rounds.stop();

        rounds.start();

        assertThat(times.poll(20, SECONDS)).isEqualTo(1);
    }

    @Test
    void startsLastAndByItselfUnlessAPhaseIsGiven() {
        assertThat(rounds.getPhase()).isEqualTo(SmartLifecycle.DEFAULT_PHASE);
        assertThat(rounds.inPhase(20).every(LONG, "the work", () -> {}).getPhase())
                .isEqualTo(20);
        assertThat(rounds.isAutoStartup()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What anybody could read in a log of the whole process: the line, and the message of whatever hangs on it. */
    private static final class Told extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String thrown = event.getThrowableProxy() == null
                    ? ""
                    : " " + event.getThrowableProxy().getMessage();
            String line = event.getLevel() + " " + event.getFormattedMessage() + thrown;
            if (event.getLoggerName().equals(Rounds.class.getName()) || line.contains(PLANTED)) {
                lines.add(line);
            }
        }
    }
}
