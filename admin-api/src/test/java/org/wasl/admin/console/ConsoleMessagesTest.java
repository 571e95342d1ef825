package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.Finding;
import org.wasl.admin.casework.CaseEvent;
import org.wasl.admin.casework.CaseStatus;
import org.wasl.admin.casework.DeskReply;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Territory;
import org.wasl.admin.reply.CareWarning;
import org.wasl.admin.reply.Reach;
import org.wasl.admin.reply.ReplyOutcome;
import org.wasl.admin.web.Problem;
import org.wasl.triage.assessment.Tag;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.DayPart;
import org.wasl.triage.intake.Line;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** The build's gate on words: every key in every language, with equal placeholders and in its own letters. */
class ConsoleMessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/console/messages");
    private static final List<String> LANGUAGES = List.of("ar", "ckb", "kmr", "en");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    /** Names that are the same in every script. */
    private static final Pattern SHARED_NAMES = Pattern.compile("JSON");

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern ARABIC_SCRIPT = Pattern.compile("\\p{IsArabic}");
    /** Letters Kurdish does not write: Arabic yeh, kaf, teh marbuta, alef maksura and those with a hamza or a madda. */
    private static final Pattern NOT_KURDISH = Pattern.compile("[يكةىأإآؤصضطظذث]");

    /** No Kurdish word begins with the light reh. */
    private static final Pattern LIGHT_REH = Pattern.compile("(?<![\\p{L}\\u200c])ر");

    /** Badini has no dark lam; the name of the house is the same everywhere. */
    private static final Pattern NOT_BADINI = Pattern.compile("(?<!وەس)ڵ");

    /** What Kurdish pages call a case is دۆسیە: a second word for it makes two things of one. */
    private static final Pattern SECOND_WORD = Pattern.compile("کەیس");

    /** Letters Arabic does not write: Persian and Kurdish ones. */
    private static final Pattern NOT_ARABIC = Pattern.compile("[یکەێۆڕڵڤپچژگھ]");

    @Test
    void everyLanguageSaysEverything() throws IOException {
        assertThat(problems(all())).isEmpty();
    }

    @Test
    void aMissingKeyIsFound() throws IOException {
        assertThat(problems(without(all(), "kmr", "queue.empty"))).containsExactly("kmr: queue.empty is missing");
    }

    @Test
    void aPlaceholderThatWasLostIsFound() throws IOException {
        assertThat(problems(with(all(), "ckb", "clock.left", "ماوە")))
                .containsExactly("ckb: clock.left has other placeholders");
    }

    @Test
    void aLatinLeftoverIsFound() throws IOException {
        assertThat(problems(with(all(), "ar", "nav.queue", "Queue")))
                .containsExactly("ar: nav.queue holds what this language does not write");
    }

    @Test
    void anArabicLetterInKurdishIsFound() throws IOException {
        assertThat(problems(with(all(), "kmr", "nav.queue", "ليستا")))
                .containsExactly("kmr: nav.queue holds what this language does not write");
    }

    @ParameterizedTest
    @CsvSource({"ckb, ریزی لیستەکە", "kmr, ل ژێر ساڵێ", "ckb, کەیسی نوێ"})
    void whatKurdishDoesNotWriteIsFound(String language, String words) throws IOException {
        assertThat(problems(with(all(), language, "nav.queue", words)))
                .containsExactly(language + ": nav.queue holds what this language does not write");
    }

    @Test
    void everyKeyOfEveryPageIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher key = KEY_IN_TEMPLATE.matcher(Files.readString(file));
                while (key.find()) {
                    asked.add(key.group(1));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(all().getOrDefault("en", Map.of()).keySet()).containsAll(asked);
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        List<String> keys = new ArrayList<>();
        for (String bundle : bundles()) {
            read(bundle, "en").keySet().forEach(key -> keys.add(key.toString()));
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeHasItsWord() throws IOException {
        assertThat(all().getOrDefault("en", Map.of()).keySet()).containsAll(codes());
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        add(codes, "level.", Level.values());
        add(codes, "category.", Category.values());
        add(codes, "status.", CaseStatus.values());
        add(codes, "tag.", Tag.values());
        add(codes, "act.", Act.values());
        add(codes, "truth.", Truth.values());
        add(codes, "event.", CaseEvent.Kind.values());
        add(codes, "list.", QueueFilter.Shortlist.values());
        Stream.of(QueueFilter.Shortlist.values())
                .filter(list -> list != QueueFilter.Shortlist.ALL)
                .forEach(list -> codes.add("queue.empty." + list));
        add(codes, "warning.", ContentWarning.values());
        add(codes, "care.", CareWarning.values());
        codes.add("mistake.CARE");
        add(codes, "part.", DayPart.values());
        add(codes, "day.", DayOfWeek.values());
        add(codes, "role.", Role.values());
        Stream.of(Navigation.values()).forEach(entry -> codes.add(entry.key()));
        add(codes, "gender.", Gender.values());
        add(codes, "territory.", Territory.values());
        add(codes, "governorate.", org.wasl.admin.officer.Governorate.values());
        add(codes, "specialism.", org.wasl.admin.officer.Specialism.values());
        codes.addAll(List.of("staff.another-person", "staff.nothing-proposed"));
        codes.addAll(List.of("glass.waits", "glass.open", "glass.over"));
        add(codes, "reach.", Reach.State.values());
        add(codes, "reply.", DeskReply.State.values());
        add(codes, "mistake.", ReplyOutcome.Why.values());
        add(codes, "finding.", Finding.Kind.values());
        add(codes, "speaker.", Line.Speaker.values());
        codes.addAll(List.of("mistake.UNREACHABLE", "mistake.OVERTAKEN", "mistake.HELD"));
        Stream.of(Reach.State.values()).forEach(state -> codes.add("reach." + state + ".long"));
        Stream.of(FactKey.values()).forEach(fact -> codes.add("fact." + fact.wire()));
        FactKey.FOR_WHOM.details().forEach(who -> codes.add("who." + who));
        add(codes, "evidence.kind.", AccusedHandle.Kind.values());
        Stream.of(Platform.values())
                .filter(platform -> platform != Platform.UNKNOWN)
                .forEach(platform -> codes.add("evidence.platform." + platform));
        add(codes, "evidence.currency.", AskedAmount.Currency.values());
        FactKey.WANTS.details().forEach(wants -> codes.add("wants." + wants));
        FactKey.PREFERRED_OFFICER.details().forEach(officer -> codes.add("officer." + officer));
        Stream.of(Language.values()).forEach(language -> codes.add("written." + language.wire()));
        Stream.of("ar-IQ", "ckb", "kmr-Arab", "kmr-Latn", "en").forEach(locale -> codes.add("locale." + locale));
        Stream.of("telegram", "web").forEach(channel -> codes.add("channel." + channel));
        for (Problem problem : Problem.values()) {
            codes.add("problem." + problem.slug());
            codes.add("problem." + problem.slug() + ".what");
        }
        CasePages.TOLD.forEach(told -> codes.add("told." + told));
        IntStream.rangeClosed(1, 44).forEach(rule -> codes.add(String.format(Locale.ROOT, "reason.R%02d", rule)));
        IntStream.rangeClosed(1, 4).forEach(rule -> codes.add(String.format(Locale.ROOT, "reason.S%02d", rule)));
        codes.addAll(List.of("reason.U01", "reason.U02"));
        Stream.of("no-invitation", "name-taken", "weak-password").forEach(mistake -> codes.add("join." + mistake));
        return codes;
    }

    private static void add(Set<String> codes, String prefix, Enum<?>[] values) {
        Stream.of(values).forEach(value -> codes.add(prefix + value.name()));
    }

    private static List<String> problems(Map<String, Map<String, String>> messages) {
        Set<String> keys = messages.values().stream()
                .flatMap(one -> one.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> problems = new ArrayList<>();
        for (String key : keys) {
            String model = messages.getOrDefault("en", Map.of()).get(key);
            for (String language : LANGUAGES) {
                String text = messages.getOrDefault(language, Map.of()).get(key);
                if (text == null || text.isBlank()) {
                    problems.add(language + ": " + key + " is missing");
                } else if (model != null && !placeholders(text).equals(placeholders(model))) {
                    problems.add(language + ": " + key + " has other placeholders");
                } else if (foreign(language, text)) {
                    problems.add(language + ": " + key + " holds what this language does not write");
                }
            }
        }
        return problems;
    }

    private static boolean foreign(String language, String text) {
        String words =
                SHARED_NAMES.matcher(PLACEHOLDER.matcher(text).replaceAll("")).replaceAll("");
        return switch (language) {
            case "en" -> ARABIC_SCRIPT.matcher(words).find();
            case "ar" ->
                LATIN.matcher(words).find() || NOT_ARABIC.matcher(words).find();
            default ->
                Stream.of(LATIN, NOT_KURDISH, LIGHT_REH, SECOND_WORD, "kmr".equals(language) ? NOT_BADINI : LATIN)
                        .anyMatch(rule -> rule.matcher(words).find());
        };
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, String>> with(
            Map<String, Map<String, String>> messages, String language, String key, String text) {
        messages.getOrDefault(language, new TreeMap<>()).put(key, text);
        return messages;
    }

    private static Map<String, Map<String, String>> without(
            Map<String, Map<String, String>> messages, String language, String key) {
        messages.getOrDefault(language, new TreeMap<>()).remove(key);
        return messages;
    }

    private static Map<String, Map<String, String>> all() throws IOException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (String language : LANGUAGES) {
            Map<String, String> messages = new TreeMap<>();
            for (String bundle : bundles()) {
                read(bundle, language).forEach((key, text) -> messages.put(key.toString(), text.toString()));
            }
            all.put(language, messages);
        }
        return all;
    }

    private static Properties read(String bundle, String language) throws IOException {
        Properties read = new Properties();
        Path file = BUNDLES.resolve(bundle + "_" + language + ".properties");
        assertThat(file).exists();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        return read;
    }

    /** Every feature has its own, and they are found as the console finds them. */
    private static Set<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.lastIndexOf('_')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
