package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.Capabilities;

/** What a reader of the build wants to know of the conversation: how large it is, and how its words fit. */
class ConversationReportTest {

    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final Material REAL = Materials.REAL;
    private static final int SHORT = 160;
    private static final int MOST_WORDS = 25;

    /** What is told before a consent and before an erasure: nothing of it may be left out. */
    private static final Set<String> LEGAL = Set.of("notice.text", "notice.text.short", "erase-what.text");

    private static final int HOURS = 12;

    @Test
    void tellsStepsByTypeAndStringsByLocale() {
        StringBuilder report = new StringBuilder();
        report.append(REAL.flows().size() + " live revisions, " + REAL.current() + " is current, "
                + REAL.catalogues().size() + " locales, labels at most " + FlowLimits.DEFAULTS.labelMax()
                + ", texts at most " + FlowLimits.DEFAULTS.textMax());
        REAL.flows().forEach((key, flow) -> {
            Map<String, Long> types = flow.steps().values().stream()
                    .collect(Collectors.groupingBy(
                            step -> step.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
            report.append('\n')
                    .append(key)
                    .append(": ")
                    .append(flow.steps().size())
                    .append(" steps ")
                    .append(types);
        });
        List<String> labels = labels();
        for (Catalogue words : REAL.catalogues().values()) {
            long reviewed = words.keys().stream()
                    .filter(key -> words.entry(key).status().equals("reviewed"))
                    .count();
            String label = longest(words, labels.stream().filter(words::has).toList());
            String text = longest(
                    words,
                    words.keys().stream().filter(key -> !labels.contains(key)).toList());
            List<String> longer = words.keys().stream()
                    .filter(key -> said(words, key).length() > SHORT)
                    .sorted()
                    .toList();
            assertThat(LEGAL)
                    .as("over %s characters in %s", SHORT, words.locale())
                    .containsAll(longer);
            long fits = words.keys().size() - longer.size();
            report.append('\n')
                    .append(words.locale() + ": " + words.keys().size() + " strings, " + reviewed + " reviewed, " + fits
                            + " within " + SHORT + " characters, longest label " + label + ", longest text " + text
                            + ", longer " + longer);
            assertThat(words.keys())
                    .hasSameSizeAs(REAL.catalogue(Material.FALLBACK).keys());
        }
        ConversationReport.put("the flow and its words", report.toString());
    }

    @Test
    void tellsHowManyWordsAMessageHasAndHoldsItShort() throws IOException {
        Map<String, List<Integer>> words = new TreeMap<>();
        Map<String, List<Integer>> characters = new TreeMap<>();
        Dialogue dialogue = new Altered(new ConversationEngine(REAL), turn -> {
            turn.effects().forEach(effect -> {
                if (effect instanceof Effect.Send send && send.purpose() != Effect.Purpose.REPLY) {
                    words.computeIfAbsent(send.locale(), one -> new ArrayList<>())
                            .add(send.text().strip().split("\\s+").length);
                    characters
                            .computeIfAbsent(send.locale(), one -> new ArrayList<>())
                            .add(send.text().length());
                }
            });
            return turn;
        });
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            for (Path file : files.sorted().toList()) {
                new TranscriptRunner(dialogue).play(Files.readString(file));
            }
        }
        StringBuilder report = new StringBuilder("median words of a bot message in the golden transcripts:");
        words.forEach((locale, counts) ->
                report.append(' ').append(locale).append(' ').append(middle(counts)));
        words.forEach((locale, counts) -> report.append('\n')
                .append(locale + ": " + counts.size() + " messages, median " + middle(counts) + " words and "
                        + middle(characters.getOrDefault(locale, List.of())) + " characters, longest "
                        + counts.stream().max(Integer::compare).orElse(0) + " words, "
                        + characters.getOrDefault(locale, List.of()).stream()
                                .filter(one -> one <= SHORT)
                                .count()
                        + " within " + SHORT + " characters"));
        ConversationReport.put("words of a message", report.toString());
        words.forEach((locale, counts) ->
                assertThat(middle(counts)).as("median words in %s", locale).isLessThanOrEqualTo(MOST_WORDS));
    }

    @Test
    void tellsWhatFitsEachKindOfChannel() {
        Map<String, Capabilities> channels = new TreeMap<>();
        channels.put("web and Telegram", TranscriptRunner.WIDE);
        channels.put(
                "ten buttons of twenty characters",
                new Capabilities(10, 20, 1024, false, java.time.Duration.ZERO, true));
        StringBuilder report = new StringBuilder();
        channels.forEach((name, channel) -> {
            for (Catalogue words : REAL.catalogues().values()) {
                long tooLong = labels().stream()
                        .filter(words::has)
                        .filter(key -> length(words, key) > channel.labelMax())
                        .count();
                report.append(name + ", " + words.locale() + ": " + tooLong + " labels of " + labels().size()
                        + " make a numbered list\n");
                if (name.startsWith("web")) {
                    assertThat(tooLong).isZero();
                }
            }
        });
        ConversationReport.put("channels", report.toString());
    }

    private static List<String> labels() {
        List<String> labels = new ArrayList<>(Phrases.labels());
        REAL.flow(REAL.current()).steps().values().forEach(step -> {
            if (step instanceof Step.Choose choose) {
                choose.options().forEach(option -> labels.add(option.label()));
            }
            if (step instanceof Step.Story story) {
                labels.add(story.done());
            }
        });
        return labels.stream().distinct().toList();
    }

    /** As somebody reads it, with one of the forms a number takes; other placeholders as they stand. */
    private static String said(Catalogue words, String key) {
        return words.say(key, Map.of("hours", HOURS));
    }

    private static int length(Catalogue words, String key) {
        String pattern = words.entry(key).pattern();
        return pattern.codePointCount(0, pattern.length());
    }

    private static String longest(Catalogue words, List<String> keys) {
        return keys.stream()
                .max(Comparator.comparingInt(key -> length(words, key)))
                .map(key -> length(words, key) + " (" + key + ")")
                .orElse("none");
    }

    private static int middle(List<Integer> counts) {
        List<Integer> sorted = counts.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
