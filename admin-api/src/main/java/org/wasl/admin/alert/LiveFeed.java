package org.wasl.admin.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Live events for open consoles. Makes things quick, and nothing depends on it: a console that missed events reads the
 * queue again.
 *
 * <p>Publishing never blocks. A console that falls too far behind is told so and its subscription ends.
 */
public final class LiveFeed {
    private final int subscribers;
    private final int backlog;
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    LiveFeed(AlertSettings settings) {
        this.subscribers = settings.subscribers();
        this.backlog = settings.backlog();
    }

    /** Events from now on; empty when too many listen already, or the node stops. To be closed. */
    public Optional<Subscription> subscribe() {
        if (over || open.size() >= subscribers) {
            return Optional.empty();
        }
        Subscription subscription = new Subscription();
        open.add(subscription);
        if (over) {
            subscription.close();
        }
        return Optional.of(subscription);
    }

    /** Lets every console go, so that a node that stops need not wait for them; they come back to the next. */
    void end() {
        over = true;
        open.forEach(Subscription::close);
    }

    /** How many listen. */
    public int listening() {
        return open.size();
    }

    void publish(LiveEvent event) {
        open.forEach(subscription -> subscription.add(event));
    }

    /** One console's events, in their order. For one reader. */
    public final class Subscription implements AutoCloseable {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition arrived = lock.newCondition();
        private final Deque<LiveEvent> waiting = new ArrayDeque<>();
        private boolean closed;

        private Subscription() {}

        /**
         * The events that wait, at once when there are any; an empty list when none came in time, which is the moment
         * to send a sign of life.
         */
        public List<LiveEvent> take(long timeout, TimeUnit unit) throws InterruptedException {
            lock.lock();
            try {
                long left = unit.toNanos(timeout);
                while (waiting.isEmpty() && !closed && left > 0) {
                    left = arrived.awaitNanos(left);
                }
                List<LiveEvent> taken = new ArrayList<>(waiting);
                waiting.clear();
                return taken;
            } finally {
                lock.unlock();
            }
        }

        /** Whether it ended: closed, or fallen behind. What still waits can be taken. */
        public boolean ended() {
            lock.lock();
            try {
                return closed;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            open.remove(this);
            lock.lock();
            try {
                closed = true;
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void add(LiveEvent event) {
            lock.lock();
            try {
                if (closed) {
                    return;
                }
                if (waiting.size() < backlog) {
                    waiting.add(event);
                    arrived.signalAll();
                    return;
                }
            } finally {
                lock.unlock();
            }
            close();
        }
    }
}
