package org.wasl.bot.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every string was read back into English as it stands, or is listed as one that nobody has read back. */
class BackTranslationTest {

    private static final Path READ_BACK = Path.of("src/review/back-translation");
    private static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab");
    private static final Set<String> VERDICTS = Set.of("same", "close", "mended");
    private static final int COLUMNS = 5;
    private static final int DIGEST_BYTES = 4;
    private static final Material REAL = Materials.REAL;

    @Test
    void everyStringWasReadBackAsItStandsOrIsListedAsOpen() throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> open = new TreeSet<>();
        for (String locale : LOCALES) {
            Map<String, String> strings = strings(locale);
            Set<String> left = new TreeSet<>(strings.keySet());
            left.removeAll(readBack(locale, strings, Files.readString(READ_BACK.resolve(locale + ".tsv")), problems));
            left.forEach(key -> open.add(locale + " " + key));
            worksheet(locale, strings, left);
        }
        assertThat(problems).isEmpty();
        assertThat(open)
                .as("strings changed or added and not read back since")
                .isSubsetOf(Files.readAllLines(READ_BACK.resolve("open.txt")));
    }

    @Test
    void listsAsOpenOnlyWhatIs() throws IOException {
        for (String line : Files.readAllLines(READ_BACK.resolve("open.txt"))) {
            String[] parts = line.split(" ", 2);
            assertThat(LOCALES).contains(parts[0]);
            assertThat(strings(parts[0])).containsKey(parts[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kept;DIGEST;I kept it;same;|",
                "kept;00000000;I kept it;same;|not the string that was read",
                "no.such;DIGEST;I kept it;same;|no such string",
                "kept;DIGEST;;same;|not read back",
                "kept;DIGEST;I kept it;fine;|verdict",
                "kept;DIGEST;I kept it;close;|what is close",
                "kept;DIGEST;I kept it|columns",
            })
    void seesWhatIsPlanted(String line, @Nullable String problem) {
        Map<String, String> strings = Map.of("kept", "حُفظ");
        List<String> problems = new ArrayList<>();
        Set<String> read =
                readBack("ar-IQ", strings, line.replace(';', '\t').replace("DIGEST", digest("حُفظ")), problems);
        if (problem == null) {
            assertThat(problems).isEmpty();
            assertThat(read).containsExactly("kept");
        } else {
            boolean stale = read.isEmpty() && problem.startsWith("not the string");
            assertThat(stale || problems.stream().anyMatch(found -> found.contains(problem)))
                    .isTrue();
        }
    }

    /** Keys whose line is about the string as it stands; a line about an older wording counts for nothing. */
    private static Set<String> readBack(
            String locale, Map<String, String> strings, String lines, List<String> problems) {
        Set<String> read = new TreeSet<>();
        for (String line : lines.lines().toList()) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                problems.add(locale + ": " + columns.length + " columns (expected: " + COLUMNS + "): " + columns[0]);
                continue;
            }
            String where = locale + ", " + columns[0] + ": ";
            String text = strings.get(columns[0]);
            if (text == null) {
                problems.add(where + "no such string");
            } else if (columns[2].isBlank()) {
                problems.add(where + "not read back");
            } else if (!VERDICTS.contains(columns[3])) {
                problems.add(where + "verdict " + columns[3] + " (expected: one of " + VERDICTS + ")");
            } else if (!columns[3].equals("same") && columns[4].isBlank()) {
                problems.add(where + "no note that says what is " + columns[3]);
            } else if (digest(text).equals(columns[1])) {
                read.add(columns[0]);
            }
        }
        return read;
    }

    private static Map<String, String> strings(String locale) {
        Map<String, String> strings = new LinkedHashMap<>();
        Catalogue words = REAL.catalogue(locale);
        words.keys().forEach(key -> strings.put(key, words.entry(key).pattern()));
        return strings;
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be read back, without the English; for the second writer. */
    private static void worksheet(String locale, Map<String, String> strings, Set<String> keys) throws IOException {
        String folder = System.getProperty("wasl.worksheet");
        if (folder != null) {
            List<String> lines = keys.stream()
                    .map(key -> key + "\t" + digest(String.valueOf(strings.get(key))) + "\t"
                            + String.valueOf(strings.get(key)).replace("\n", "\\n"))
                    .toList();
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder).resolve(locale + ".tsv"), lines);
        }
    }
}
