package org.wasl.bot.mailbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.session.ConversationKey;

/**
 * One thread for work that takes 100 ms and 19 MB each, and a queue that is fair: conversations take turns, so one that
 * types numbers in a loop makes nobody else wait longer than one piece of work.
 */
final class ReceiptWork implements AutoCloseable {

    private final int most;
    private final int mostPerConversation;
    private final Map<ConversationKey, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Thread worker;
    private int size;
    private boolean open = true;

    ReceiptWork(MailboxSettings settings) {
        this.most = settings.receiptsWaiting();
        this.mostPerConversation = settings.receiptsPerConversation();
        this.worker = Thread.ofPlatform().daemon().name("wasl-receipts").start(this::serve);
    }

    /** Whether there was room. */
    boolean offer(ConversationKey key, Runnable task) {
        lock.lock();
        try {
            Deque<Runnable> own = waiting.get(key);
            if (!open || size >= most || (own != null && own.size() >= mostPerConversation)) {
                return false;
            }
            waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(task);
            size++;
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (open && waiting.isEmpty()) {
                arrived.await();
            }
            if (!open) {
                return null;
            }
            ConversationKey key = waiting.keySet().iterator().next();
            Deque<Runnable> own = waiting.remove(key);
            if (own == null) {
                throw new IllegalStateException("a conversation waits without work");
            }
            Runnable task = own.removeFirst();
            if (!own.isEmpty()) {
                // Behind all others that wait.
                waiting.put(key, own);
            }
            size--;
            return task;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        worker.interrupt();
    }
}
