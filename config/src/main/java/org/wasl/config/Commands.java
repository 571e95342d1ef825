package org.wasl.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wasl.bot.session.RedisUsers;
import org.wasl.config.start.Preparation;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** What an operator does once before a real deployment. Anything else on the command line is a start. */
final class Commands {

    private static final int SECRET_BYTES = 32;
    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private final InputStream in;
    private final PrintStream out;
    private final SecureRandom random;

    Commands(InputStream in, PrintStream out, SecureRandom random) {
        this.in = in;
        this.out = out;
        this.random = random;
    }

    /** The exit code, or empty when the arguments are no command. */
    Optional<Integer> run(String... arguments) {
        if (arguments.length > 0 && HELP.contains(arguments[0])) {
            usage();
            return Optional.of(0);
        }
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            return Optional.empty();
        }
        return Optional.of(
                switch (arguments[0]) {
                    case "keys" -> keys(arguments);
                    case "redis-users" -> redisUsers(arguments);
                    case "prepare-start" -> prepareStart();
                    case "verify-audit" ->
                        arguments.length == 3 || arguments.length == 4
                                ? new VerifyCommands(in, out).audit(arguments)
                                : usage();
                    case "verify-destruction" ->
                        arguments.length == 3 || arguments.length == 4
                                ? new VerifyCommands(in, out).destruction(arguments)
                                : usage();
                    case "renew-case-key" ->
                        arguments.length == 3 ? new CaseKeyCommands(in, out).renew(arguments) : usage();
                    case "destroy-old-case-keys" ->
                        arguments.length == 3 ? new CaseKeyCommands(in, out).destroyOld(arguments) : usage();
                    case "demonstration-month" ->
                        arguments.length < 2
                                ? usage()
                                : new MonthCommand(out, random)
                                        .make(arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length));
                    case "demonstration-month-remove" ->
                        arguments.length == 2 ? new MonthCommand(out, random).remove(arguments[1]) : usage();
                    default -> usage();
                });
    }

    /** Makes both halves in a folder that must not exist, and prints the desk secret: it is stored nowhere else. */
    private int keys(String... arguments) {
        if (arguments.length != 2) {
            return usage();
        }
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        if (Files.exists(folder)) {
            out.println(folder + ": exists (expected: a new folder)");
            return 1;
        }
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        String secret = HexFormat.of().formatHex(fresh);
        KeyFolder made = KeyFolder.create(folder, DeskSecret.of(secret), random);
        out.println("Bot nodes get        " + made.botFolder());
        out.println("Admin nodes get      " + made.deskFolder());
        out.println("The desk secret, shown once, for WASL_KEYS_DESK_SECRET of admin nodes:");
        out.println(secret);
        out.println("Move the two halves apart now, and delete " + folder + ".");
        return 0;
    }

    /** Makes the folder beside the jar from which later starts are quicker. */
    private int prepareStart() {
        try {
            Optional<Preparation> preparation = Preparation.ofThisProcess();
            if (Role.ofJar() != Role.ALL || preparation.isEmpty()) {
                out.println("Only a start of the whole jar can be prepared: java -jar wasl.jar prepare-start");
                return 1;
            }
            out.println("Starts from now on use " + preparation.get().make());
            return 0;
        } catch (IOException e) {
            out.println("The start is not prepared, and works as before: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Reads the two passwords, a line each, and prints the lines for the server's users file. */
    private int redisUsers(String... arguments) {
        if (arguments.length != 2) {
            return usage();
        }
        List<String> passwords = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .limit(2)
                .toList();
        if (passwords.size() < 2) {
            out.println("passwords: " + passwords.size() + " lines (expected: two, the bot's and the desk's)");
            return 1;
        }
        try {
            RedisUsers.lines(arguments[1], passwords.get(0), passwords.get(1)).forEach(out::println);
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private int usage() {
        try (InputStream text = Commands.class.getResourceAsStream("usage.txt")) {
            out.println(new String(java.util.Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 2;
    }
}
