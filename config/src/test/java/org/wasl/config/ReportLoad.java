package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Measures how long an L1 report takes from the citizen's HTTP request to the event on an open console: both nodes, real
 * stores, real keys, and those who ask, all in one process. Not part of any build, since it asserts no time:
 *
 * <pre>mvn verify -Dtest.compiler= -Dtest=None -Dit.test=ReportLoad
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false [-Dwasl.reports=300] [-Dwasl.people=4]</pre>
 *
 * The citizen is through the gate and says in words what makes it an L1, so the time holds accept, triage, seal, commit,
 * drain, opening, triage again, insert, and the event. Which event was whose is read off the cases afterwards.
 */
class ReportLoad {

    private static final int REPORTS = Integer.getInteger("wasl.reports", 300);
    private static final int PEOPLE = Integer.getInteger("wasl.people", 4);

    /** So many at first are not counted: a JVM that has just started. */
    private static final int WARMING = 60;

    private static final Pattern MOVED = Pattern.compile("\"case\":\"([^\"]+)\"");
    private static final Pattern SIGN = Pattern.compile("\\(mc(\\d+)w1\\)");

    @TempDir
    Path data;

    private record Said(long asked, long accepted) {}

    private final Map<Integer, Said> said = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    @Test
    void fromAcceptToConsole() throws Exception {
        try (PathWorld world = new PathWorld(data);
                HttpClient http = HttpClient.newHttpClient()) {
            watch(world);
            report(world, http);
            world.queue(1);
            Map<Integer, Long> events = events(world);
            assertThat(events).as("reports on the console as L1").hasSize(REPORTS + WARMING);
            tell("from the request", events, Said::asked);
            tell("from the 2xx", events, Said::accepted);
        }
    }

    private void watch(PathWorld world) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("console").start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                world.supervisor().follows("/live", line -> {
                    open.countDown();
                    Matcher moved = MOVED.matcher(line);
                    if (moved.find()) {
                        seen.putIfAbsent(moved.group(1), System.nanoTime());
                    }
                });
            }
        });
        open.await();
    }

    private void report(PathWorld world, HttpClient http) throws InterruptedException {
        AtomicInteger numbers = new AtomicInteger();
        Thread[] people = new Thread[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = Thread.ofPlatform().start(() -> {
                for (int n = numbers.incrementAndGet(); n <= REPORTS + WARMING; n = numbers.incrementAndGet()) {
                    report(n, world, http);
                }
            });
        }
        for (Thread one : people) {
            one.join();
        }
    }

    private void report(int number, PathWorld world, HttpClient http) {
        try (WebPage page = new WebPage(http, world.chat())) {
            page.begins();
            for (String option : List.of("en", "safe", "agree", "calm")) {
                page.taps(asked(page, option), option);
            }
            asked(page, "done");
            long asked = System.nanoTime();
            page.says(
                    "My brother has a knife in his hand and says he will kill me now " + Ledger.sign("mc" + number, 1));
            said.put(number, new Said(asked, System.nanoTime()));
            asked(page, "accident");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static CitizenChat.Bubble asked(WebPage page, String option) {
        return PathWorld.await(
                option,
                () -> page.screen().stream()
                        .filter(bubble -> bubble.options().containsKey(option))
                        .findFirst()
                        .orElse(null));
    }

    /** When the case of each report was first told of; only those that are L1. */
    private Map<Integer, Long> events(PathWorld world) {
        Map<Integer, Long> events = new HashMap<>();
        seen.forEach((number, at) -> {
            JsonNode held = world.supervisor().api("/api/cases/" + number);
            Matcher sign = SIGN.matcher(held.toString());
            if (held.get("level").asString().equals("L1") && sign.find()) {
                events.put(Integer.parseInt(sign.group(1)), at);
            }
        });
        return events;
    }

    private void tell(String from, Map<Integer, Long> events, ToLongFunction<Said> begun) {
        long[] took = events.entrySet().stream()
                .filter(event -> event.getKey() > WARMING)
                .mapToLong(event -> event.getValue() - begun.applyAsLong(said.get(event.getKey())))
                .sorted()
                .toArray();
        System.out.printf(
                "L1 report to console event, %s, %d reports by %d people: p50 %.0f ms, p99 %.0f ms, worst %.0f ms; load %s%n",
                from,
                took.length,
                PEOPLE,
                took[took.length / 2] / 1e6,
                took[(int) (took.length * 0.99)] / 1e6,
                took[took.length - 1] / 1e6,
                load());
    }

    private static String load() {
        try {
            return java.nio.file.Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (java.io.IOException elsewhere) {
            return "unknown";
        }
    }
}
