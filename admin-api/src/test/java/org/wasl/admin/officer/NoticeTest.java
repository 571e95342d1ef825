package org.wasl.admin.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Path BUNDLES = Path.of("src/main/resources/console/messages");
    private static final String FIRST = "423613e572cbea4f3f309ea01b311fb9b8afff682d80892236bab5359fb669ee";
    /** What was shown under each version, in all languages. Only ever added to: the chain points here. */
    private static final Map<String, String> SHOWN = Map.of("art-437/1", FIRST);

    @Test
    void otherWordsAreAnotherVersion() throws IOException {
        StringBuilder words = new StringBuilder();
        for (String language : List.of("ar", "ckb", "kmr", "en")) {
            for (String line : Files.readAllLines(BUNDLES.resolve("officer_" + language + ".properties"))) {
                if (line.startsWith(Notice.KEY + "=")) {
                    words.append(line.substring(Notice.KEY.length() + 1)).append('\n');
                }
            }
        }
        assertThat(SHOWN).containsEntry(Notice.VERSION, Secrets.digest(words.toString()));
    }
}
