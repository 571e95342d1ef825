package org.wasl.config;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.wasl.config.demonstration.MonthPlayer;
import org.wasl.config.demonstration.SetClock;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeSealer;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.mailbox.ReceiptKeys;
import redis.clients.jedis.RedisClient;

/** Fills a demonstration with a month nobody lived through. */
final class MonthCommand {

    private final PrintStream out;
    private final SecureRandom random;

    MonthCommand(PrintStream out, SecureRandom random) {
        this.out = out;
        this.random = random;
    }

    int run(String... arguments) {
        Instant now = Clock.systemUTC().instant();
        SetClock clock = new SetClock(now.minus(Duration.ofDays(31)));
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (House house = House.startDesk(clock, settings);
                RedisClient redis = NodeBeans.redis(house.botRedis())) {
            IntakeSealer sealer = new IntakeSealer(
                    house.keys().bot().toDesk(), house.keys().bot().signer(), clock);
            MonthPlayer player = new MonthPlayer(
                    clock,
                    URI.create("http://127.0.0.1:"
                            + Objects.requireNonNull(house.admin()).port()),
                    report -> file(report, sealer, redis),
                    new ReceiptKeys(house.keys().bot().peppers()),
                    random);
            int reports = player.play(now, done -> out.println("  " + done));
            out.println("A made-up month: " + reports + " reports. Now start Wasl with the same settings.");
            return 0;
        } catch (StartRefused e) {
            out.println("No month was made:");
            e.problems().forEach(problem -> out.println("  - " + problem));
            return 1;
        }
    }

    private static void file(FiledReport report, IntakeSealer sealer, RedisClient redis) {
        Shard shard = new Shard(0);
        redis.rpush(
                shard.intakeKey().getBytes(StandardCharsets.US_ASCII),
                sealer.seal(new IntakeEntry.Filed(report)).toArray());
        redis.publish(org.wasl.triage.intake.Boundary.INTAKE_WAKE, Integer.toString(shard.number()));
    }
}
