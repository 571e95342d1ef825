package org.wasl.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.casework.CaseFiller;

/**
 * Measures a desk with many cases over the stores that come with Wasl: how long it takes to start, the pages of eight
 * people who turn one each second, all at the same instant and then spread over the second, every view written to the
 * audit chain on disk, and how soon a new case is told of on an open console. First with open cases alone, then with
 * closed ones beside them. Not part of any build, since it asserts no time:
 *
 * <pre>mvn verify -Dtest.compiler= -Dtest=None -Dit.test=DeskLoad
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false [-Dload.open=20000] [-Dload.closed=100000]</pre>
 */
class DeskLoad {

    private static final int OPEN = Integer.getInteger("load.open", 20_000);
    private static final int CLOSED = Integer.getInteger("load.closed", 100_000);
    private static final int STAFF = 8;
    private static final int PAGES = 40;
    private static final int WARMING = 10;
    private static final int REPORTS = 40;
    private static final Duration PACE = Duration.ofSeconds(1);

    private static final Pattern CASE = Pattern.compile("/cases/(\\d{4}-\\d{4}-\\d{2})");
    private static final Pattern MOVED = Pattern.compile("\"case\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    Path data;

    @Test
    void manyCases() throws Exception {
        try (House house = start()) {
            long begun = System.nanoTime();
            filler(house).open(OPEN);
            System.out.printf("%d open cases written in %s%n", OPEN, since(begun));
        }
        measure("open cases alone");
        try (House house = start()) {
            long begun = System.nanoTime();
            filler(house).closed(CLOSED);
            System.out.printf("%d closed cases written in %s%n", CLOSED, since(begun));
        }
        measure("closed ones beside them");
    }

    private void measure(String what) throws Exception {
        long begun = System.nanoTime();
        try (House house = start()) {
            System.out.printf("%s: started in %s, %d MB on disk%n", what, since(begun), bytes() >> 20);
            List<Seat> seats = new ArrayList<>();
            for (int i = 0; i < STAFF; i++) {
                seats.add(new Seat(house.settings().staff().uri(), i % 2 == 0 ? "supervisor" : "operator"));
            }
            turn(seats, WARMING, Duration.ZERO);
            tell(what + ", all at the same instant, page of the queue", seats, one -> one.queue);
            tell(what + ", all at the same instant, page of a case", seats, one -> one.held);
            turn(seats, 0, PACE.dividedBy(STAFF));
            tell(what + ", one after the other, page of the queue", seats, one -> one.queue);
            tell(what + ", one after the other, page of a case", seats, one -> one.held);
            live(what, house, seats.getFirst());
            System.gc();
            Runtime jvm = Runtime.getRuntime();
            System.out.printf(
                    "%s: heap of both nodes and this driver after collection %d MB; load %s%n",
                    what,
                    (jvm.totalMemory() - jvm.freeMemory()) >> 20,
                    Files.readString(Path.of("/proc/loadavg")).strip());
        }
    }

    /** @param apart how much later than the one before each of them begins; they keep so far apart */
    private static void turn(List<Seat> seats, int warming, Duration apart) throws Exception {
        long begins = System.nanoTime();
        try (var room = Executors.newFixedThreadPool(STAFF)) {
            List<Future<?>> turning = new ArrayList<>();
            for (Seat seat : seats) {
                seat.queue.clear();
                seat.held.clear();
                long first = begins + apart.toNanos() * turning.size();
                turning.add(room.submit(() -> {
                    seat.turns(first, warming + PAGES);
                    return null;
                }));
            }
            for (Future<?> one : turning) {
                one.get();
            }
        }
        seats.forEach(seat -> {
            seat.queue.subList(0, warming).clear();
            seat.held.subList(0, warming).clear();
        });
    }

    private static void live(String what, House house, Seat seat) throws InterruptedException {
        ConcurrentHashMap<String, Long> seen = new ConcurrentHashMap<>();
        CountDownLatch listening = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .start(() -> seat.follows(line -> {
                    listening.countDown();
                    Matcher moved = MOVED.matcher(line);
                    if (moved.find()) {
                        seen.putIfAbsent(moved.group(1), System.nanoTime());
                    }
                }));
        listening.await();
        CaseFiller filler = filler(house);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            long begun = System.nanoTime();
            String number = filler.receives();
            took.add(PathWorld.await("the event of " + number, () -> seen.get(number)) - begun);
            Thread.sleep(PACE.dividedBy(4));
        }
        tell(what + ", from intake to the event on a console", took);
    }

    private House start() {
        return House.start("--wasl.data=" + data, "--wasl.bot.port=0", "--wasl.staff.port=0");
    }

    private static CaseFiller filler(House house) {
        return new CaseFiller(Objects.requireNonNull(house.admin()).spring());
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String since(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }

    private static void tell(String what, List<Seat> seats, Function<Seat, List<Long>> which) {
        tell(what, seats.stream().flatMap(seat -> which.apply(seat).stream()).toList());
    }

    private static void tell(String what, List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        System.out.printf(
                "%s, %d: p50 %.0f ms, p95 %.0f ms, worst %.0f ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }

    /** Somebody made up before the console. */
    private static final class Seat {
        private final URI console;
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private final List<Long> queue = new ArrayList<>();
        private final List<Long> held = new ArrayList<>();

        private Seat(URI console, String name) throws IOException, InterruptedException {
            this.console = console;
            String page = "/demonstration/sign-in/" + name;
            Matcher token = TOKEN.matcher(get(page));
            String sent = token.find() ? "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "";
            http.send(
                    request(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(sent))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private void turns(long first, int pages) throws IOException, InterruptedException {
            for (int i = 0; i < pages; i++) {
                long rest = first + i * PACE.toNanos() - System.nanoTime();
                Thread.sleep(Duration.ofNanos(Math.max(0, rest)));
                long begun = System.nanoTime();
                String page = get("/queue");
                long turned = System.nanoTime();
                queue.add(turned - begun);
                List<String> shown = CASE.matcher(page)
                        .results()
                        .map(one -> one.group(1))
                        .distinct()
                        .toList();
                if (shown.isEmpty()) {
                    throw new AssertionError("no case on the page of the queue");
                }
                begun = System.nanoTime();
                get("/cases/" + shown.get(i % shown.size()));
                held.add(System.nanoTime() - begun);
            }
        }

        private void follows(Consumer<String> line) {
            try {
                http.send(request("/live").GET().build(), HttpResponse.BodyHandlers.ofLines())
                        .body()
                        .forEach(line);
            } catch (IOException | UncheckedIOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private String get(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode());
            }
            return answer.body();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(console.resolve(path));
        }
    }
}
