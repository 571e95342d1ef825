package org.wasl.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Several people at once, each followed by the next, until it is said that nobody comes any more. */
final class Crowd {

    private static final List<String> LANGUAGES = List.of("ar", "ckb", "kmr", "en");

    private final String prefix;
    private final KilledHouse house;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Ledger.Witness> witnesses = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean over;

    Crowd(String prefix, KilledHouse house) {
        this.prefix = prefix;
        this.house = house;
    }

    /** So many at a time on one kind of chat. */
    void come(int atOnce, Function<Integer, CitizenChat> chats) {
        for (int i = 0; i < atOnce; i++) {
            threads.add(Thread.ofPlatform().name("citizen").start(() -> {
                while (!over) {
                    comes(numbers.incrementAndGet(), chats);
                }
            }));
        }
    }

    /** One person now, on the thread that asks. */
    void comes(int number, Function<Integer, CitizenChat> chats) {
        String name = prefix + "c" + number;
        Citizen.Way way = Citizen.Way.values()[number % 3];
        try (CitizenChat chat = chats.apply(number)) {
            witnesses.add(
                    new Citizen(name, LANGUAGES.get(number % 4), way, chat, house, new Random(number)).goesTheWay());
        } catch (InterruptedException ended) {
            broken.add(name + " was interrupted");
            Thread.currentThread().interrupt();
            over = true;
        } catch (RuntimeException | AssertionError wrong) {
            broken.add(name + ": " + wrong);
        }
    }

    /** Nobody new comes; those who are on their way reach their end. */
    void ends() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    List<Ledger.Witness> witnesses() {
        return List.copyOf(witnesses);
    }

    /** Who could not even go the way. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    int words() {
        return witnesses.stream().mapToInt(one -> one.accepted().size()).sum();
    }
}
