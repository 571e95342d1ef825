package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReviewTest {

    private static final Path REAL = Path.of("src/main/resources/catalogue");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String KEY = "kept";

    @TempDir
    private Path folder;

    private CatalogueReview review = new CatalogueReview(Materials.REAL, REAL);

    @BeforeEach
    void copies() throws IOException {
        for (String locale : Material.LOCALES) {
            Files.createDirectories(folder.resolve(locale));
            try (Stream<Path> files = Files.list(REAL.resolve(locale))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(locale).resolve(file.getFileName()));
                }
            }
        }
        review = new CatalogueReview(Materials.REAL, folder);
    }

    @Test
    void whatGoesOutAndComesBackUntouchedChangesNothing() throws Exception {
        for (String locale : Material.LOCALES) {
            String out = review.export(locale);
            assertThat(Materials.REAL.catalogue(locale).keys())
                    .allSatisfy(key -> assertThat(out).contains("id=\"" + key + "\""));
            CatalogueReview.Taken taken = review.take(out, "A reader", DAY);
            assertThat(taken.problems()).isEmpty();
            assertThat(taken.files()).isEmpty();
        }
    }

    @Test
    void tellsTheReaderTheSourceThePlaceTheLengthAndTheStatus() throws Exception {
        String out = review.export("ckb");
        assertThat(out)
                .contains("<note from=\"context\">button at safe</note>", "maxwidth=\"40\"", "maxwidth=\"1000\"")
                .contains("<note from=\"status\">draft</note>")
                .contains("<source>" + Materials.REAL.catalogue("en").say("kept") + "</source>");
    }

    @Test
    void takesAChangedAndSignedStringInItsPlaceAndLeavesTheRestAsItWas() throws Exception {
        String old = Materials.REAL.catalogue("ckb").entry(KEY).pattern();
        String back = signed(review.export("ckb"), old, old + " \"ئا\"");
        CatalogueReview.Taken taken = review.take(back, "Demonstration Reader", DAY);

        assertThat(taken.problems()).isEmpty();
        assertThat(taken.changed()).isEqualTo(1);
        assertThat(taken.reviewed()).isEqualTo(1);
        assertThat(taken.files()).hasSize(1);
        Map.Entry<Path, String> file = taken.files().entrySet().iterator().next();
        List<String> before = Files.readAllLines(file.getKey());
        List<String> after = file.getValue().lines().toList();
        assertThat(after).hasSameSizeAs(before);
        for (int line = 0; line < before.size(); line++) {
            if (before.get(line).startsWith("  \"" + KEY + "\":")) {
                assertThat(after.get(line))
                        .endsWith(
                                "status: reviewed, reviewed-by: \"Demonstration Reader\", reviewed-on: \"2026-11-23\"}");
            } else {
                assertThat(after.get(line)).isEqualTo(before.get(line));
            }
        }
        Problems problems = new Problems();
        DataFile read = DataFile.of("file", file.getValue(), problems);
        Catalogue words = Catalogue.read(
                DataFile.of("locale", "locale: ckb\nversion: \"1\"\nstatus: draft\n", problems), List.of(read));
        assertThat(problems.list()).isEmpty();
        assertThat(words.entry(KEY).pattern()).isEqualTo(old + " \"ئا\"");
        assertThat(words.entry(KEY).status()).isEqualTo("reviewed");
        assertThat(words.entry(KEY).on()).isEqualTo("2026-11-23");
    }

    @Test
    void aChangeNobodySignedStaysADraft() throws Exception {
        String old = Materials.REAL.catalogue("ckb").entry(KEY).pattern();
        CatalogueReview.Taken taken =
                review.take(review.export("ckb").replace(">" + old + "<", ">" + old + " ئا<"), "A reader", DAY);
        assertThat(taken.changed()).isEqualTo(1);
        assertThat(taken.reviewed()).isZero();
        assertThat(taken.files().values().iterator().next()).contains("\"kept\": \"" + old + " ئا\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kept {secret}|nothing fills {secret}",
                "Kept {emergency}|other placeholders in other locales",
                "Kept {emergency|not a message pattern",
                "''|empty",
                "This is kept!|not to be said",
                "Call 911 now|not to be said",
            })
    void refusesWhatMustNotStandThereAndWritesNothing(String text, String problem) throws Exception {
        String old = Materials.REAL.catalogue("ckb").entry(KEY).pattern();
        CatalogueReview.Taken taken = review.take(signed(review.export("ckb"), old, text), "A reader", DAY);
        assertThat(taken.problems()).anyMatch(found -> found.contains(problem));
        assertThat(taken.files()).isEmpty();
    }

    @Test
    void refusesALabelThatIsTooLong() throws Exception {
        String old = Materials.REAL.catalogue("ckb").entry("move.skip").pattern();
        String back = review.export("ckb").replace(">" + old + "<", ">" + "ئا ".repeat(30) + "<");
        assertThat(review.take(back, "A reader", DAY).problems()).anyMatch(found -> found.contains("label of"));
    }

    @Test
    void namesAllProblemsAtOnce() throws Exception {
        String kept = Materials.REAL.catalogue("ckb").entry(KEY).pattern();
        String back = signed(review.export("ckb"), kept, "Kept!")
                .replace("id=\"again\"", "id=\"never\"")
                .replaceFirst(
                        "<target state=\"[a-z-]+\">[^<]*</target>(?=<note[^>]*>[^<]*</note><note[^>]*>[^<]*</note>"
                                + "<note from=\"digest\">)",
                        "<target state=\"final\">ئا</target>")
                .replaceFirst("<note from=\"digest\">[0-9a-f]+", "<note from=\"digest\">00");
        List<String> problems = review.take(back, "A reader", DAY).problems();
        assertThat(problems)
                .anyMatch(found -> found.contains("not to be said"))
                .anyMatch(found -> found.contains("never: no such string"))
                .anyMatch(found -> found.contains("again: did not come back"))
                .anyMatch(found -> found.contains("changed here since it went out"));
    }

    @Test
    void refusesWhatIsNoXliffTwiceTheSameAndAReaderWithoutAName() throws Exception {
        String out = review.export("ckb");
        assertThat(review.take("<xliff><file", "A reader", DAY).problems())
                .anyMatch(found -> found.contains("not XLIFF"));
        assertThat(review.take(out, " ", DAY).problems()).anyMatch(found -> found.contains("no name"));
        assertThat(review.take(out.replace("target-language=\"ckb\"", "target-language=\"fr\""), "A reader", DAY)
                        .problems())
                .anyMatch(found -> found.contains("locale fr"));
        assertThat(review.take(out.replace("id=\"again\"", "id=\"kept\""), "A reader", DAY)
                        .problems())
                .anyMatch(found -> found.contains("came back twice"));
        assertThat(review.take(
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xliff>&e;</xliff>",
                                "A reader",
                                DAY)
                        .files())
                .isEmpty();
    }

    private static String signed(String out, String old, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return out.replace(
                "<target state=\"needs-review-translation\">" + old + "</target>",
                "<target state=\"signed-off\">" + escaped + "</target>");
    }
}
