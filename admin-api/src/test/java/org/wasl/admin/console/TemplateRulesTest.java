package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every page as it is written. */
class TemplateRulesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** A table that keeps its head on a phone is left alone. */
    private static final Pattern TABLE =
            Pattern.compile("<table class=\"table\"[^>]*>(?:(?!</table>).)*<thead>.*?</table>", Pattern.DOTALL);

    /** Names the pages' engine answers itself, with nothing of what the model holds. */
    private static final Pattern TAKEN =
            Pattern.compile("\\$\\{[^}]*?(?<![\\w.'])(?:session|param|application)\\.[a-z]+");

    private static final Pattern ROW = Pattern.compile("<tbody>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t([dh])(\\s[^>]*)?>");

    @Test
    void noPageReadsAVariableThatIsNeverTheModels() throws IOException {
        List<String> shadowed = new ArrayList<>();
        for (Path page : pages()) {
            TAKEN.matcher(Files.readString(page)).results().forEach(name -> shadowed.add(page + ":" + name.group()));
        }
        assertThat(shadowed).isEmpty();
        assertThat(TAKEN.matcher("th:if=\"${session.begins != null}\"").find()).isTrue();
    }

    /** On a phone a table has no head: each cell after the first says itself what it is. */
    @Test
    void eachCellOfATableThatFoldsNamesItself() throws IOException {
        List<String> nameless = new ArrayList<>();
        for (Path page : pages()) {
            nameless(Files.readString(page)).forEach(cell -> nameless.add(page + ": " + cell));
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void aCellWithoutANameIsFound() {
        String folding = "<table class=\"table\"><thead><tr><th>A</th><th>B</th></tr></thead>"
                + "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>";
        assertThat(nameless(folding)).containsExactly("<td>");
        assertThat(nameless(folding.replace("class=\"table\"", "class=\"table steady\"")))
                .isEmpty();
        assertThat(nameless(folding.replace("<td>2", "<td th:data-label=\"#{b}\">2")))
                .isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> nameless(String page) {
        List<String> nameless = new ArrayList<>();
        Matcher table = TABLE.matcher(page);
        while (table.find()) {
            Matcher row = ROW.matcher(table.group());
            if (row.find()) {
                CELL.matcher(row.group(1))
                        .results()
                        .skip(1)
                        .map(cell -> cell.group())
                        .filter(cell -> !cell.contains("data-label") && !cell.contains("class=\"actions\""))
                        .forEach(nameless::add);
            }
        }
        return nameless;
    }
}
