package org.wasl.config;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.logging.LoggingSystem;
import org.wasl.config.start.PreparedStart;

/** The one way to start Wasl, whichever jar it is in. Ends with 1 and one clear list when it cannot start. */
public final class WaslApplication {

    private WaslApplication() {}

    public static void main(String... arguments) throws InterruptedException {
        Optional<Integer> command = new Commands(System.in, System.out, new SecureRandom()).run(arguments);
        if (command.isPresent()) {
            System.exit(command.get());
        }
        PreparedStart.goOn();
        // Silent until a node sets the log up: the stores' own chatter is not for the person who starts Wasl.
        LoggingSystem.get(WaslApplication.class.getClassLoader()).beforeInitialize();
        House house;
        try {
            house = House.start(arguments);
        } catch (StartRefused e) {
            System.err.println();
            System.err.println("Wasl did not start:");
            e.problems().forEach(problem -> System.err.println("  - " + problem));
            System.exit(1);
            return;
        } catch (RuntimeException e) {
            System.err.println("Wasl did not start: " + e.getClass().getName() + "; the log above says where");
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "wasl-stop"));
        System.out.println(new Welcome(house).text());
        new CountDownLatch(1).await();
    }
}
