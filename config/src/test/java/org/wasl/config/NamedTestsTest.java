package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that names a test says something only while there is one. */
class NamedTestsTest {
    private static final Path HOUSE = Path.of("..");
    private static final List<String> MODULES = List.of("triage", "bot", "admin-api", "config");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]*[a-z](?:Test|IT))`");
    private static final Pattern ROW = Pattern.compile("\\|\\s*(\\d+)\\s*\\|.*\\|(.*)\\|\\s*");

    @Test
    void everyTestAPageNamesIsThere() {
        Set<String> tests = tests();
        assertThat(pages().flatMap(page -> named(read(page)).filter(name -> !tests.contains(name)))
                        .distinct())
                .isEmpty();
        assertThat(tests).contains("NamedTestsTest").doesNotContain("GoneTest");
        assertThat(named("shown by `GoneTest`, `not this`")).containsExactly("GoneTest");
    }

    /** Each of the twenty is shown by something, or says plainly that it is not there yet. */
    @Test
    void everyRowOfTheListIsShownOrSaysThatItIsNot() {
        List<String> rows = read(HOUSE.resolve("config/docs/beat-list.md"))
                .lines()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
        assertThat(rows).hasSize(20).allMatch(NamedTestsTest::shown);
        assertThat(shown("| 1 | it is ahead | everybody says so |")).isFalse();
    }

    private static boolean shown(String row) {
        String by = ROW.matcher(row).replaceFirst("$2");
        return NAMED.matcher(by).find() || by.contains("not yet") || by.contains("](");
    }

    private static Stream<String> named(String page) {
        return NAMED.matcher(page).results().map(found -> found.group(1));
    }

    private static Set<String> tests() {
        return MODULES.stream()
                .flatMap(module -> files(HOUSE.resolve(module).resolve("src/test"), ".java", Integer.MAX_VALUE))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> pages() {
        return Stream.concat(
                files(HOUSE.resolve("config/docs"), ".md", Integer.MAX_VALUE),
                Stream.concat(Stream.of("."), MODULES.stream())
                        .flatMap(module -> files(HOUSE.resolve(module), ".md", 1)));
    }

    private static Stream<Path> files(Path folder, String kind, int depth) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(file -> file.toString().endsWith(kind)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
