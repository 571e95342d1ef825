package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;

/**
 * A whole report, filed and answered, with words nobody else writes in every place a person fills; then every byte the
 * run left behind is searched for them: Redis' file, the document store's, keys, logs of every level, exceptions, metrics.
 */
@Tag("beside-another")
class LeakageIT {

    private static final String STORY = "zubaydamarker";
    private static final String ANSWER = "hawramanmarker";
    private static final Pattern RECEIPT = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4} \\d{4}");
    private static final long CHAT = 918_273_645_546L;

    @TempDir
    Path data;

    @Test
    void nothingAPersonGaveLiesOpenAnywhere() throws Exception {
        LogKeeper log = new LogKeeper();
        log.listen();
        Map<String, String> metrics = new TreeMap<>();
        String receipt;
        try (PathWorld world = new PathWorld(data)) {
            receipt = walk(world);
            metrics.put("bot", metrics(Objects.requireNonNull(world.house().bot())));
            metrics.put("admin", metrics(Objects.requireNonNull(world.house().admin())));
        } finally {
            log.end();
        }
        List<String> markers = new ArrayList<>(
                List.of(STORY, ANSWER, Long.toString(CHAT), FakeTelegramCitizen.NAME, FakeTelegramCitizen.USER_NAME));
        markers.add(receipt);
        markers.add(receipt.replaceAll("\\D", ""));
        assertThat(log.text()).as("the log was kept").isNotEmpty();
        Map<String, String> places = new TreeMap<>(metrics);
        places.put("log", log.text());
        places.putAll(files());
        places.forEach((place, content) -> {
            for (String marker : markers) {
                assertThat(content.contains(marker))
                        .as("%s holds %s", place, marker)
                        .isFalse();
            }
        });
    }

    @Test
    void aMarkerInTheOpenWouldBeFound() throws Exception {
        Files.writeString(data.resolve("careless"), "line with " + STORY);
        assertThat(files().values()).anyMatch(content -> content.contains(STORY));
    }

    /** Answers the receipt as it stood on the screen. */
    private static String walk(PathWorld world) {
        FakeTelegramCitizen citizen = world.citizen(CHAT);
        citizen.starts();
        for (String choice : List.of("en", "safe", "agree", "calm")) {
            citizen.awaitOption(choice).tapsOption(choice);
        }
        citizen.awaitOption("done");
        int shown = citizen.screen().size();
        citizen.says("Someone has my pictures and wants money, his name is " + STORY);
        citizen.awaitMessages(shown + 1);
        for (String choice : List.of("done", "me", "adult", "BG", "no-force")) {
            citizen.awaitOption(choice).tapsOption(choice);
        }
        citizen.skipsUntil("send").tapsOption("send");
        citizen.skipsUntil("show").tapsOption("show");
        citizen.awaitOption("p-have");
        Matcher receipt = RECEIPT.matcher(String.join("\n", citizen.screen()));
        assertThat(receipt.find()).as("a receipt on the screen").isTrue();
        String number = world.queue(1).getFirst().get("number").asString();
        world.caseThat(number, found -> found.toString().contains(STORY));
        world.answers(number, ANSWER);
        citizen.awaitMessage(ANSWER);
        return receipt.group();
    }

    private static String metrics(NodeContext node) {
        StringBuilder text = new StringBuilder();
        node.spring()
                .getBean(MeterRegistry.class)
                .getMeters()
                .forEach(meter -> text.append(meter.getId()).append('\n'));
        return text.toString();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/bin/"))
                    .forEach(file -> {
                        try {
                            byte[] content = Files.readAllBytes(file);
                            files.put(
                                    data.relativize(file).toString(),
                                    new String(content, StandardCharsets.ISO_8859_1) + file.getFileName());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return files;
    }

    /** Keeps every event of every logger, the finest too, with all messages of its exceptions. */
    private static final class LogKeeper extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        void listen() {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            setContext(context);
            start();
            Logger ours = context.getLogger("org.wasl");
            ours.setLevel(Level.ALL);
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
        }

        void end() {
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                    .getLogger(Logger.ROOT_LOGGER_NAME)
                    .detachAppender(this);
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                lines.add(cause.getClassName() + ": " + cause.getMessage());
            }
        }
    }
}
