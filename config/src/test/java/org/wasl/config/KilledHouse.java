package org.wasl.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.telegram.FakeBotApi;

/** The all-in-one as an operator starts it, on ports that stay the same, to be killed and started again. */
final class KilledHouse implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Path data;
    private final FakeBotApi telegram;
    private final int chat = freePort();
    private final int staff = freePort();
    private final AtomicInteger kills = new AtomicInteger();
    private final List<Long> starts = new ArrayList<>();
    private final StringBuilder faults = new StringBuilder();
    private volatile long startedAt = System.nanoTime();
    private @Nullable WaslProcess process;

    KilledHouse(Path data, FakeBotApi telegram) throws IOException {
        this.data = data;
        this.telegram = telegram;
    }

    KilledHouse starts() throws Exception {
        long begun = System.nanoTime();
        begins().awaitRunning();
        startedAt = System.nanoTime();
        starts.add((startedAt - begun) / 1_000_000);
        return this;
    }

    private WaslProcess begins() throws IOException {
        process = WaslProcess.start(
                "wasl.jar",
                Map.of("WASL_TELEGRAM_TOKEN", FakeBotApi.TOKEN),
                "--wasl.data=" + data,
                "--wasl.bot.port=" + chat,
                "--wasl.staff.port=" + staff,
                "--wasl.demonstration=false",
                "--wasl.telegram.server=" + telegram.uri(),
                "--wasl.telegram.poll-timeout=2s",
                "--wasl.telegram.call-timeout=2s",
                "--wasl.telegram.lease=6s",
                "--wasl.telegram.retry-first=50ms",
                "--wasl.telegram.retry-most=200ms");
        return process;
    }

    URI chat() {
        return URI.create("http://127.0.0.1:" + chat);
    }

    URI console() {
        return URI.create("http://127.0.0.1:" + staff);
    }

    String output() {
        return process().output();
    }

    /** {@link System#nanoTime} of the last start that came through. */
    long startedAt() {
        return startedAt;
    }

    int kills() {
        return kills.get();
    }

    /** Milliseconds each start took until it said that it runs. */
    List<Long> startTimes() {
        return List.copyOf(starts);
    }

    /** What any of the processes reported as an error. */
    String faults() {
        return faults + errors();
    }

    /** Waits for the moment, and a little longer. {@code false} when it never came. */
    boolean awaits(KillMoment moment, long delay) throws Exception {
        boolean came = switch (moment) {
            case ANY -> true;
            case CALL -> {
                int before = telegram.calls("sendmessage").size();
                telegram.await("a call", all -> all.calls("sendmessage").size() > before);
                yield true;
            }
            default -> {
                try (AppendLog log = AppendLog.of(data.resolve("redis"))) {
                    yield log.await(moment.command(), LONGEST_WAIT);
                }
            }
        };
        if (delay > 0) {
            Thread.sleep(delay);
        }
        return came;
    }

    /** With -9; what it comes with lives on, unless that is killed first. */
    void kill(boolean redisToo) throws Exception {
        kills.incrementAndGet();
        if (redisToo) {
            long pid = Long.parseLong(
                    Files.readString(data.resolve("redis/redis.pid")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        process().kill();
        faults.append(errors());
    }

    /** Begins to start and is killed before it may have come far. */
    void diesWhileStarting(long millis) throws Exception {
        WaslProcess starting = begins();
        Thread.sleep(millis);
        kills.incrementAndGet();
        starting.kill();
        faults.append(errors());
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }

    private String errors() {
        StringBuilder errors = new StringBuilder();
        output().lines()
                .filter(line -> line.contains(" ERROR "))
                .forEach(line -> errors.append(line).append('\n'));
        return errors.toString();
    }

    private WaslProcess process() {
        return Objects.requireNonNull(process, "not started");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
