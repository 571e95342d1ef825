package org.wasl.admin.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Messages staff may send as they stand, by the citizen's locale. */
final class CannedReplies {
    private static final String FIRST = "first-messages.properties";
    private static final String MORE = "canned-replies.properties";
    static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab", "kmr-Latn", "en");
    /** In the order they are offered. */
    static final List<String> NAMES = List.of("moment", "heard", "region", "colleague", "choice", "goodbye");

    private static final String FALLBACK = "en";

    private final Properties first;
    private final Properties more;

    private CannedReplies(Properties first, Properties more) {
        this.first = first;
        this.more = more;
    }

    /** Reads them from the class path. Throws when a locale is missing. */
    static CannedReplies load() {
        Properties first = read(FIRST);
        Properties more = read(MORE);
        List<String> missing = Stream.concat(
                        LOCALES.stream()
                                .filter(locale -> first.getProperty(locale, "").isBlank()),
                        NAMES.stream()
                                .flatMap(name -> LOCALES.stream().map(locale -> name + "." + locale))
                                .filter(key -> more.getProperty(key, "").isBlank()))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("canned replies: nothing for " + missing + " (expected: every locale)");
        }
        return new CannedReplies(first, more);
    }

    /** The first message in a locale; in English for one this version does not know. */
    String first(String locale) {
        return first.getProperty(locale, first.getProperty(FALLBACK, ""));
    }

    /** The others by name, in their order. */
    Map<String, String> others(String locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : NAMES) {
            texts.put(name, more.getProperty(name + "." + locale, more.getProperty(name + "." + FALLBACK, "")));
        }
        return texts;
    }

    private static Properties read(String file) {
        Properties read = new Properties();
        try (InputStream in = CannedReplies.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": missing (expected: on the class path)");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return read;
    }
}
