package org.wasl.config.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * Prepares the start of a jar: unpacks it beside itself, starts it once in the demonstration on an empty folder, looks
 * at its first pages, ends it, and keeps how its classes were linked and used. Nothing of that run is kept but what it
 * knows of classes.
 */
public final class Preparation {

    private static final long LONGEST_STEP_SECONDS = 180;
    private static final String RUNS = "Ctrl-C";
    private static final Pattern ADDRESS = Pattern.compile("(?:chat|console)\\s+(http://\\S+)");

    private final Path jar;
    private final PreparedFolder folder;
    private final String java;

    private Preparation(Path jar, PreparedFolder folder) {
        this.jar = jar;
        this.folder = folder;
        this.java = ProcessHandle.current().info().command().orElse("java");
    }

    /** Of the jar this process was started from; empty when it was started otherwise. */
    public static Optional<Preparation> ofThisProcess() throws IOException {
        Optional<PreparedFolder> folder = PreparedFolder.ofThisProcess();
        return folder.map(found ->
                new Preparation(Path.of(System.getProperty("java.class.path")).toAbsolutePath(), found));
    }

    /**
     * Makes it, unless it is there already. What was made for other contents of the jar is left alone: something may
     * still run from it.
     *
     * @return where it lies
     * @throws IOException also when a step failed; then nothing is used at the next start
     */
    public Path make() throws IOException, InterruptedException {
        if (folder.complete()) {
            return folder.path();
        }
        FileSystemUtils.deleteRecursively(folder.path());
        Path made = folder.path().resolveSibling(folder.path().getFileName() + ".new");
        FileSystemUtils.deleteRecursively(made);
        unpack(made);
        Files.move(made, folder.path(), StandardCopyOption.ATOMIC_MOVE);
        Path classes = folder.path().resolve(PreparedFolder.CLASSES + ".new");
        tryOut(classes);
        Files.move(classes, folder.classes(), StandardCopyOption.ATOMIC_MOVE);
        return folder.path();
    }

    private void unpack(Path to) throws IOException, InterruptedException {
        Process unpacking = new ProcessBuilder(
                        java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", to.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended(unpacking, "unpacking", 0);
        Path thin = to.resolve(jar.getFileName());
        if (!thin.endsWith(PreparedFolder.THIN)) {
            Files.move(thin, to.resolve(PreparedFolder.THIN));
        }
    }

    private void tryOut(Path classes) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("wasl-prepares");
        try {
            Process trial = new ProcessBuilder(
                            java,
                            // Else it keeps how often what ran, and the second compiler takes two seconds of each
                            // start.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:AOTCacheOutput=" + classes,
                            "-jar",
                            folder.jar().toString(),
                            "--wasl.data=" + data.resolve("data"),
                            "--wasl.bot.port=0",
                            "--wasl.staff.port=0")
                    .redirectErrorStream(true)
                    .start();
            List<URI> pages = new ArrayList<>();
            StringBuilder said = new StringBuilder();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(trial.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    Matcher address = ADDRESS.matcher(line);
                    if (address.find()) {
                        pages.add(URI.create(address.group(1)));
                    }
                    if (line.contains(RUNS)) {
                        lookAt(pages);
                        // By its handle: the process itself would close the output that is still read.
                        trial.toHandle().destroy();
                    }
                }
            }
            ended(trial, said.toString(), 128 + 15);
            if (!Files.exists(classes)) {
                throw new IOException("the JVM kept no classes:\n" + said);
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void lookAt(List<URI> pages) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (URI page : pages) {
                http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static void ended(Process process, String what, int expected) throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_STEP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + what);
        }
        if (process.exitValue() != expected) {
            throw new IOException("ended with " + process.exitValue() + ": " + what);
        }
    }
}
