package org.wasl.bot.channel.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wakes the pages of a session that wait on this node. A hint only: who waits looks again by itself. */
final class WebWaiting {

    private final ConcurrentHashMap<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();

    /** Taken before looking, so that a line appended between looking and waiting is not slept over. */
    Ticket ticket(String address) {
        CountDownLatch latch = new CountDownLatch(1);
        waiting.compute(address, (key, latches) -> {
            Set<CountDownLatch> set = latches == null ? ConcurrentHashMap.newKeySet() : latches;
            set.add(latch);
            return set;
        });
        return new Ticket(address, latch);
    }

    void wake(String address) {
        Set<CountDownLatch> latches = waiting.remove(address);
        if (latches != null) {
            latches.forEach(CountDownLatch::countDown);
        }
    }

    void wakeAll() {
        waiting.keySet().forEach(this::wake);
    }

    /** One wait. */
    final class Ticket implements AutoCloseable {

        private final String address;
        private final CountDownLatch latch;

        private Ticket(String address, CountDownLatch latch) {
            this.address = address;
            this.latch = latch;
        }

        /** Whether it was woken; the caller looks again either way. */
        boolean await(Duration atMost) throws InterruptedException {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            waiting.computeIfPresent(address, (key, latches) -> {
                latches.remove(latch);
                return latches.isEmpty() ? null : latches;
            });
        }
    }
}
