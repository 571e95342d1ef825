package org.wasl.config.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Left;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Said;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The made-up month as it stands in {@code month.yml}: what was told, what staff then did, and what else a desk does. */
record Month(
        List<Told> reports,
        Map<String, List<Deed>> courses,
        Map<String, Map<String, String>> words,
        Map<Left, Integer> left,
        Map<Said, Integer> said,
        Hours rounds,
        List<Taught> sessions,
        Map<String, Object> partner) {

    /** How many days it goes back. */
    static final int DAYS = 30;

    static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private static final Pattern SPAN = Pattern.compile("(\\d+)([mhd])");

    /**
     * A report nobody ever sent.
     *
     * @param day 0 is thirty days before the month is made
     * @param at Baghdad time
     * @param whom {@code self}, {@code other} or {@code child}
     */
    record Told(
            int day,
            LocalTime at,
            String locale,
            String channel,
            String place,
            String age,
            String whom,
            String course,
            String text) {

        Instant moment(LocalDate today) {
            return today.minusDays(DAYS - (long) day).atTime(at).atZone(BAGHDAD).toInstant();
        }
    }

    /**
     * What somebody of the staff did.
     *
     * @param after the report
     * @param by a seat of the demonstration
     * @param unit who took it over, with the step that names somebody
     */
    record Deed(
            Duration after,
            String by,
            String what,
            @Nullable String value,
            @Nullable String say,
            @Nullable String check,
            @Nullable Duration due,
            @Nullable String unit) {}

    /** When the meeting begins and the shift changes, in Baghdad. */
    record Hours(LocalTime meeting, LocalTime handover) {}

    /**
     * A session about safety.
     *
     * @param day when it was asked for
     * @param later so many days later it was held
     * @param asked what was asked for, as the API takes it
     * @param came who came and what they got, as the API takes it
     */
    record Taught(int day, LocalTime at, int later, Map<String, Object> asked, Map<String, Object> came) {}

    static Month read() {
        LoaderOptions options = new LoaderOptions();
        try (InputStream file = Objects.requireNonNull(Month.class.getResourceAsStream("month.yml"))) {
            Map<?, ?> all = new Yaml(new SafeConstructor(options)).load(file);
            List<Told> reports = new ArrayList<>();
            for (Map<?, ?> one : maps(all.get("reports"))) {
                reports.add(new Told(
                        (Integer) Objects.requireNonNull(one.get("day")),
                        LocalTime.parse(text(one, "at")),
                        text(one, "locale"),
                        text(one, "channel"),
                        text(one, "place"),
                        text(one, "age"),
                        one.containsKey("for") ? text(one, "for") : "self",
                        text(one, "course"),
                        text(one, "text")));
            }
            Map<String, List<Deed>> courses = new java.util.TreeMap<>();
            ((Map<?, ?>) Objects.requireNonNull(all.get("courses")))
                    .forEach((name, deeds) -> courses.put(
                            String.valueOf(name),
                            maps(deeds).stream().map(Month::deed).toList()));
            Map<String, Map<String, String>> words = new java.util.TreeMap<>();
            ((Map<?, ?>) Objects.requireNonNull(all.get("words"))).forEach((name, said) -> {
                Map<String, String> byLocale = new java.util.TreeMap<>();
                ((Map<?, ?>) said)
                        .forEach((locale, text) -> byLocale.put(String.valueOf(locale), String.valueOf(text)));
                words.put(String.valueOf(name), byLocale);
            });
            Map<Left, Integer> left = new HashMap<>();
            for (Map<?, ?> one : maps(all.get("left"))) {
                Stage stage = Stage.valueOf(text(one, "stage").toUpperCase(Locale.ROOT));
                left.merge(new Left(stage, text(one, "locale"), text(one, "channel")), times(one), Integer::sum);
            }
            Map<Said, Integer> said = new HashMap<>();
            for (Map<?, ?> one : maps(all.get("said"))) {
                said.merge(
                        new Said(
                                Tap.valueOf(text(one, "helped").toUpperCase(Locale.ROOT)),
                                Tap.valueOf(text(one, "safe").toUpperCase(Locale.ROOT)),
                                text(one, "locale")),
                        times(one),
                        Integer::sum);
            }
            Map<?, ?> rounds = map(all.get("rounds"));
            List<Taught> sessions = maps(all.get("sessions")).stream()
                    .map(one -> new Taught(
                            (Integer) Objects.requireNonNull(one.get("day")),
                            LocalTime.parse(text(one, "at")),
                            (Integer) Objects.requireNonNull(one.get("later")),
                            form(one.get("asked")),
                            form(one.get("came"))))
                    .toList();
            return new Month(
                    List.copyOf(reports),
                    courses,
                    words,
                    left,
                    said,
                    new Hours(LocalTime.parse(text(rounds, "meeting")), LocalTime.parse(text(rounds, "handover"))),
                    sessions,
                    form(all.get("partner")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said, in the language of the report where there is one. */
    String said(String name, String locale) {
        Map<String, String> all = Objects.requireNonNull(words.get(name), name);
        return Objects.requireNonNull(all.getOrDefault(locale, all.get("staff")), name);
    }

    /** What the partner is called in English. */
    String partnerName() {
        return text(map(partner.get("names")), "en");
    }

    private static Deed deed(Map<?, ?> one) {
        Object due = one.get("due");
        return new Deed(
                span(text(one, "after")),
                text(one, "by"),
                text(one, "do"),
                (String) one.get("value"),
                (String) one.get("say"),
                (String) one.get("check"),
                due == null ? null : span(String.valueOf(due)),
                (String) one.get("unit"));
    }

    private static Duration span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new IllegalArgumentException(text + " (expected: 5m, 3h or 2d)");
        }
        long many = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "m" -> Duration.ofMinutes(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }

    private static int times(Map<?, ?> one) {
        return (Integer) Objects.requireNonNull(one.get("times"));
    }

    private static String text(Map<?, ?> one, String key) {
        return Objects.requireNonNull((String) one.get(key), key);
    }

    private static Map<?, ?> map(@Nullable Object one) {
        return (Map<?, ?>) Objects.requireNonNull(one);
    }

    private static Map<String, Object> form(@Nullable Object one) {
        Map<String, Object> form = new java.util.TreeMap<>();
        map(one).forEach((name, value) -> form.put(String.valueOf(name), Objects.requireNonNull(value)));
        return form;
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object one : (List<?>) Objects.requireNonNull(list)) {
            maps.add((Map<?, ?>) one);
        }
        return maps;
    }
}
