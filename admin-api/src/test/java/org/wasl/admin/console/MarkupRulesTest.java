package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What keeps a page's text from becoming markup and its lines in their order, held in every template, script and style:
 * a sample of pages cannot.
 */
class MarkupRulesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path ASSETS = Path.of("src/main/resources/console/assets");

    /** Text that could become markup, or code that is not in a file of its own. */
    private static final Map<String, Pattern> MARKUP = Map.of(
            "unescaped text", Pattern.compile("th:utext"),
            "inlined expressions", Pattern.compile("th:inline|\\[\\[|\\[\\("),
            "preprocessed expressions", Pattern.compile("__\\$\\{"),
            "a handler in the page", Pattern.compile("\\son[a-z]+=|th:on[a-z]+="),
            "a script in the page", Pattern.compile("<script(?![^>]*\\s(?:th:)?src=)"),
            "a style in the page", Pattern.compile("\\sstyle=|th:style=|<style"),
            "an address that is code", Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
            "a form without its token", Pattern.compile("<form(?=[^>]*method=\"post\")(?![^>]*th:action)"));

    private static final Map<String, Pattern> CODE = Map.of(
            "markup made of text", Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write"),
            "text run as code", Pattern.compile("\\beval\\(|new Function\\(|setTimeout\\(\"|setInterval\\(\""),
            "a key by its letter", Pattern.compile("event\\.key\\b|keyCode"));

    /** Sides of a page that is read from the right as well. */
    private static final Map<String, Pattern> STYLE = Map.of(
            "a side by its name",
            Pattern.compile("(?:margin|padding|border)-(?:left|right)|[;{\\s](?:left|right):|float:|"
                    + "text-align:\\s*(?:left|right)"));

    private static final Pattern TEXT = Pattern.compile("<([a-z0-9:]+)\\b([^>]*?)th:text=\"\\$\\{([^\"]*)}\"([^>]*)>");

    /** Words of people: their last step in an expression. */
    private static final Pattern WORDS = Pattern.compile(
            "(?:[^#?]*\\.)?(?:text|words|reason|note|notes|name|displayName|ownerName|leaseHolder|wish|contact|story|"
                    + "finding|decidedOwner)(?:\\(\\))?");

    /** In an element that has a direction around it: pieces of one sentence. */
    private static final Set<String> PIECES = Set.of("piece.text");

    /** Pages of counts hold words of our own alone. */
    private static final Path COUNTS = TEMPLATES.resolve("statistics");

    @Test
    void noTemplateTurnsTextIntoMarkup() {
        assertThat(faults(TEMPLATES, ".html", MARKUP)).isEmpty();
    }

    @Test
    void noScriptTurnsTextIntoMarkupOrReadsALetterForAKey() {
        assertThat(faults(ASSETS, ".js", CODE)).isEmpty();
    }

    @Test
    void noStyleKnowsLeftFromRight() {
        assertThat(faults(ASSETS, ".css", STYLE)).isEmpty();
    }

    @Test
    void whatPeopleWroteStandsApartInItsOwnDirection() {
        assertThat(files(TEMPLATES, ".html")
                        .filter(file -> !file.startsWith(COUNTS))
                        .flatMap(file -> mixed(read(file)).map(found -> file + ": " + found)))
                .isEmpty();
    }

    @Test
    void eachRuleFindsWhatIsPlanted() {
        assertThat(broken(MARKUP, "<p th:utext=\"${said}\">x</p>")).containsExactly("unescaped text");
        assertThat(broken(MARKUP, "<p>[[${said}]]</p>")).containsExactly("inlined expressions");
        assertThat(broken(MARKUP, "<p th:text=\"__${said}__\">x</p>")).containsExactly("preprocessed expressions");
        assertThat(broken(MARKUP, "<p onclick=\"go()\">x</p>")).containsExactly("a handler in the page");
        assertThat(broken(MARKUP, "<script>go()</script>")).containsExactly("a script in the page");
        assertThat(broken(MARKUP, "<p style=\"color:red\">x</p>")).containsExactly("a style in the page");
        assertThat(broken(MARKUP, "<a href=\"JavaScript:go()\">x</a>")).containsExactly("an address that is code");
        assertThat(broken(MARKUP, "<form action=\"/x\" method=\"post\">")).containsExactly("a form without its token");
        assertThat(broken(CODE, "place.innerHTML = text")).containsExactly("markup made of text");
        assertThat(broken(CODE, "eval(text)")).containsExactly("text run as code");
        assertThat(broken(CODE, "if (event.key === 'j')")).containsExactly("a key by its letter");
        assertThat(broken(STYLE, "p { margin-left: 1em }")).containsExactly("a side by its name");
        assertThat(mixed("<span th:text=\"${one.name}\">x</span>")).containsExactly("one.name");
        assertThat(mixed("<bdi th:text=\"${one.name}\">x</bdi><p dir=\"auto\" th:text=\"${held.reason}\">x</p>"))
                .isEmpty();
    }

    private static Stream<String> mixed(String page) {
        List<String> mixed = new ArrayList<>();
        Matcher text = TEXT.matcher(page);
        while (text.find()) {
            String what = text.group(3);
            boolean apart =
                    Set.of("bdi", "option").contains(text.group(1)) || (text.group(2) + text.group(4)).contains("dir=");
            if (!apart && WORDS.matcher(what).matches() && !PIECES.contains(what)) {
                mixed.add(what);
            }
        }
        return mixed.stream();
    }

    private static List<String> faults(Path folder, String kind, Map<String, Pattern> rules) {
        return files(folder, kind)
                .flatMap(file -> broken(rules, read(file)).stream().map(rule -> file + ": " + rule))
                .toList();
    }

    private static List<String> broken(Map<String, Pattern> rules, String content) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().matcher(content).find())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path folder, String kind) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(kind)).toList();
            assertThat(found).isNotEmpty();
            return found.stream();
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
