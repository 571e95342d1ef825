package org.wasl.admin.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Messages staff may send as they stand, by the citizen's locale. */
final class CannedReplies {
    private static final String FILE = "first-messages.properties";
    private static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab", "kmr-Latn", "en");
    private static final String FALLBACK = "en";

    private final Properties first;

    private CannedReplies(Properties first) {
        this.first = first;
    }

    /** Reads them from the class path. Throws when a locale is missing. */
    static CannedReplies load() {
        Properties read = new Properties();
        try (InputStream in = CannedReplies.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + ": missing (expected: on the class path)");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> missing = LOCALES.stream()
                .filter(locale -> read.getProperty(locale, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(FILE + ": nothing for " + missing + " (expected: every locale)");
        }
        return new CannedReplies(read);
    }

    /** The first message in a locale; in English for one this version does not know. */
    String first(String locale) {
        return first.getProperty(locale, first.getProperty(FALLBACK, ""));
    }
}
