package org.wasl.triage.start;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the command line on a Java that can run it.
 *
 * <p>Wasl needs Java {@value #NEEDED}, while {@code java} on a machine is often an older one with the right one beside
 * it. This class is compiled for Java 11: on a new enough Java it goes straight on; on an older one it looks in {@code
 * WASL_JAVA_HOME}, in {@code JAVA_HOME} and beside the running one, and goes on there with the same arguments, streams
 * and exit code. Where there is none it says so and exits with 2.
 */
public final class Start {

    private static final int NEEDED = 25;

    private static final String COMMAND = "org.wasl.triage.cli.TriageCommand";

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() >= NEEDED) {
            Class.forName(COMMAND).getMethod("main", String[].class).invoke(null, (Object) arguments);
            return;
        }
        Optional<Path> found = candidates().filter(Start::isNewEnough).findFirst();
        if (found.isEmpty()) {
            System.err.println("Java " + Runtime.version().feature() + " is too old (expected: " + NEEDED
                    + " or newer). Install JDK " + NEEDED + " or set WASL_JAVA_HOME to one.");
            System.exit(2);
            return;
        }
        System.exit(goOnWith(found.get(), arguments));
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Stream.of("WASL_JAVA_HOME", "JAVA_HOME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .map(Path::of);
        File beside = new File(System.getProperty("java.home")).getParentFile();
        File[] homes = beside == null ? null : beside.listFiles(File::isDirectory);
        return Stream.concat(
                named, homes == null ? Stream.empty() : Arrays.stream(homes).map(File::toPath));
    }

    /** Reads the {@code release} file every JDK carries. */
    private static boolean isNewEnough(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return false;
        }
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .anyMatch(feature -> Integer.parseInt(feature) >= NEEDED);
        } catch (IOException | NumberFormatException unreadable) {
            return false;
        }
    }

    private static int goOnWith(Path home, String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("-D"))
                .collect(Collectors.toList()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), COMMAND));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
