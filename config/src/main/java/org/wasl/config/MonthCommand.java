package org.wasl.config;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.wasl.config.demonstration.MonthPlayer;
import org.wasl.config.demonstration.SetClock;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeSealer;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.mailbox.ReceiptKeys;
import redis.clients.jedis.RedisClient;

/**
 * Fills a demonstration with a month nobody lived through, in a folder of its own, and removes it with the folder. What
 * is real is never touched: a month is made in no folder that is there already, and only a folder it made is removed.
 */
final class MonthCommand {

    /** Stands in a folder this command made. */
    private static final String MARK = "made-up-month";

    private final PrintStream out;
    private final SecureRandom random;

    MonthCommand(PrintStream out, SecureRandom random) {
        this.out = out;
        this.random = random;
    }

    /** Plays the month up to now. The folder must not exist; settings may follow it. */
    int make(String name, String... more) {
        return make(name, Duration.ZERO, more);
    }

    /** The same, without its last days: what would have happened in them does not. */
    int make(String name, Duration without, String... more) {
        Path folder = Path.of(name).toAbsolutePath().normalize();
        if (Files.exists(folder)) {
            out.println(folder + ": exists (expected: a new folder)");
            return 1;
        }
        Instant now = Clock.systemUTC().instant();
        SetClock clock = new SetClock(now.minus(Duration.ofDays(31)));
        String[] settings = Stream.concat(Stream.of("--wasl.data=" + folder), Arrays.stream(more))
                .toArray(String[]::new);
        try (House house = House.startDesk(clock, settings);
                RedisClient redis = NodeBeans.redis(house.botRedis())) {
            Files.writeString(folder.resolve(MARK), "Made up: delete with the folder.\n");
            IntakeSealer sealer = new IntakeSealer(
                    house.keys().bot().toDesk(), house.keys().bot().signer(), clock);
            MonthPlayer player = new MonthPlayer(
                    clock,
                    URI.create("http://127.0.0.1:"
                            + Objects.requireNonNull(house.admin()).port()),
                    entry -> hand(entry, sealer, redis),
                    new ReceiptKeys(house.keys().bot().peppers()),
                    random);
            int reports = player.play(now, now.minus(without), done -> out.println("  " + done));
            out.println("A made-up month: " + reports + " reports. Look at it with: --wasl.data=" + folder);
            return 0;
        } catch (StartRefused e) {
            out.println("No month was made:");
            e.problems().forEach(problem -> out.println("  - " + problem));
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder that {@link #make} made, while nothing runs in it. */
    int remove(String name) {
        Path folder = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve(MARK))) {
            out.println(folder + ": no made-up month (expected: a folder that demonstration-month made)");
            return 1;
        }
        try (DataFolder held = DataFolder.open(folder)) {
            if (Files.exists(held.staffSeen())) {
                out.println(folder + ": somebody real has worked in it (expected: made-up staff only)");
                return 1;
            }
            FileSystemUtils.deleteRecursively(held.path());
            out.println(folder + ": gone");
            return 0;
        } catch (StartRefused e) {
            e.problems().forEach(out::println);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hand(IntakeEntry entry, IntakeSealer sealer, RedisClient redis) {
        Shard shard = new Shard(0);
        redis.rpush(
                shard.intakeKey().getBytes(StandardCharsets.US_ASCII),
                sealer.seal(entry).toArray());
        redis.publish(org.wasl.triage.intake.Boundary.INTAKE_WAKE, Integer.toString(shard.number()));
    }
}
