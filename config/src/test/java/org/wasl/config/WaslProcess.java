package org.wasl.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the jars as a process of its own, as an operator would start it. */
final class WaslProcess implements AutoCloseable {

    /** It lives for seconds: the second compiler would take half of the processor time of its start. */
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private WaslProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Path jar(String name) {
        return Path.of("target", name).toAbsolutePath();
    }

    static WaslProcess start(String jar, Map<String, String> environment, String... arguments) throws IOException {
        return start(jar(jar), environment, arguments);
    }

    static WaslProcess start(Path jar, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx400m",
                FIRST_COMPILER,
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new WaslProcess(builder.start());
    }

    /** All-in-one on free ports. */
    static WaslProcess allInOne(Path data, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--wasl.data=" + data, "--wasl.bot.port=0", "--wasl.staff.port=0"));
        arguments.addAll(List.of(more));
        return start("wasl.jar", Map.of(), arguments.toArray(String[]::new));
    }

    WaslProcess awaitRunning() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!output.toString().contains("stop             Ctrl-C")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("did not start:\n" + output);
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** A line on its standard input, and the end of it. */
    void tell(String line) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Waits for the end and answers the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not end:\n" + output);
        }
        reader.join();
        return process.exitValue();
    }

    String output() {
        return output.toString();
    }

    String chat() {
        return address("citizens' chat");
    }

    String console() {
        return address("staff console");
    }

    /** What it runs as by now. */
    String commandLine() throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    }

    long pid() {
        return process.pid();
    }

    /** With SIGTERM, by its handle: ending the {@link Process} itself would also close the output that is still read. */
    void terminate() {
        process.toHandle().destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends cleanly, so that no Redis is left behind. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private String address(String label) {
        Matcher found = Pattern.compile(label + "\\s+(http://\\S+?)/?\\s").matcher(output);
        if (!found.find()) {
            throw new AssertionError("no address of the " + label + " in:\n" + output);
        }
        return found.group(1);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
            }
        } catch (IOException e) {
            output.append("output ended: ").append(e.getClass().getName());
        }
    }
}
