package org.wasl.admin.alert;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** Threads that wait for machines outside this house, so that the sweep never does. At most so many at once. */
final class Couriers implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("alert-courier-", 0).factory());
    private final Semaphore free;

    Couriers(int most) {
        this.free = new Semaphore(most);
    }

    /** Throws {@link RejectedExecutionException} when all are under way: the page is tried again later. */
    @Override
    public void execute(Runnable work) {
        if (!free.tryAcquire()) {
            throw new RejectedExecutionException("couriers: all under way (expected: a free one)");
        }
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                free.release();
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
