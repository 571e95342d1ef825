package org.wasl.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

class WebConfigurationTest {
    @Test
    void theConsoleSpeaksFromEveryBundleThereIs() throws IOException {
        MessageSource messages = WebConfiguration.messageSource();
        for (Path file : bundles()) {
            Properties read = new Properties();
            read.load(Files.newBufferedReader(file));
            String language = file.getFileName().toString().replaceAll(".*_|\\.properties", "");
            assertThat(read.keySet())
                    .as(file.toString())
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(messages.getMessage(key.toString(), null, Locale.of(language)))
                            .isNotBlank());
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/console/messages"))) {
            List<Path> found = files.toList();
            assertThat(found).hasSizeGreaterThan(8);
            return found;
        }
    }
}
