package org.wasl.admin.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wasl.triage.text.Normaliser;

/**
 * Looks a reply over before it is sent, in every language staff write. It warns and never forbids: it knows words, not
 * what is meant, and a warning that could not be overruled would teach people to write around it.
 *
 * <p>Words stand in {@code reply-care.properties}, each as the beginning of a word. Letters that are typed one for
 * another in Arabic and Kurdish are the same here.
 */
final class ReplyCare {
    private static final String FILE = "reply-care.properties";
    /** Service numbers are shorter; a phone number is not. */
    private static final Pattern PHONE = Pattern.compile("\\+?\\p{Nd}(?:[\\s().–-]?\\p{Nd}){6,}");

    private final Map<CareWarning, Pattern> words;

    private ReplyCare(Map<CareWarning, Pattern> words) {
        this.words = words;
    }

    /** Reads the words from the class path. Throws when a warning that goes by words has none. */
    static ReplyCare load() {
        Properties read = new Properties();
        try (InputStream in = ReplyCare.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + ": missing (expected: on the class path)");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<CareWarning, Pattern> words = new EnumMap<>(CareWarning.class);
        for (CareWarning warning : CareWarning.values()) {
            if (warning != CareWarning.PHONE_NUMBER) {
                words.put(warning, beginnings(warning, read));
            }
        }
        return new ReplyCare(words);
    }

    /**
     * What to look at before this is sent.
     *
     * @param first whether nothing was written to this person before
     */
    List<CareWarning> of(String text, boolean first) {
        List<CareWarning> warnings = new ArrayList<>();
        if (PHONE.matcher(text).find()) {
            warnings.add(CareWarning.PHONE_NUMBER);
        }
        String folded = fold(text);
        for (CareWarning warning : CareWarning.values()) {
            Pattern beginnings = words.get(warning);
            if (beginnings == null) {
                continue;
            }
            boolean there = beginnings.matcher(folded).find();
            boolean warns = warning == CareWarning.NO_OPENER ? first && !there : there;
            if (warns) {
                warnings.add(warning);
            }
        }
        return warnings;
    }

    private static Pattern beginnings(CareWarning warning, Properties read) {
        String all = Stream.of("ar", "ckb", "kmr", "kmr-latn", "en")
                .flatMap(language ->
                        Stream.of(read.getProperty(warning + "." + language, "").split("\\|")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(ReplyCare::fold)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        if (all.isEmpty()) {
            throw new IllegalStateException(FILE + ": nothing for " + warning + " (expected: words)");
        }
        // The article and the short words Arabic writes onto the next one do not hide it.
        return Pattern.compile("(?<!\\p{L})(?:[وفبلك]?(?:ال)?)(?:" + all + ")");
    }

    private static String fold(String text) {
        return Normaliser.folded(Normaliser.light(text))
                .text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
