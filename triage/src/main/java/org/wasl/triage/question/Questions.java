package org.wasl.triage.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every question the chat asks, or asked in an earlier release, in every language: a "no" says nothing to somebody who
 * does not know what was asked. It is a recording, made from the flows and the catalogue where those are at home, and
 * only ever added to, so that an old report stays readable. Not kept: which of its forms a text with a promise took in
 * the moment of sending, nor the numbers filled into it.
 */
public final class Questions {

    /** The languages a question stands in, as the chat names them. */
    public static final List<String> LOCALES = List.of("ar-IQ", "ckb", "kmr-Arab", "en");

    /** The id under which the labels of what was sent beside words stand; they answer any question. */
    public static final String MEDIA = "media";

    private static final String FALLBACK = "ar-IQ";

    private final Map<String, Map<String, List<QuestionWords>>> byLocale;

    private Questions(Map<String, Map<String, List<QuestionWords>>> byLocale) {
        this.byLocale = byLocale;
    }

    private static final class Shipped {
        private static final Questions ALL = load();

        private static Questions load() {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            LOCALES.forEach(locale -> rows.put(locale, resource(locale)));
            return of(rows);
        }

        private static List<String> resource(String locale) {
            try (InputStream in = Objects.requireNonNull(
                            Questions.class.getResourceAsStream(locale + ".tsv"), "questions in " + locale);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException("questions in " + locale, e);
            }
        }
    }

    /** Those of this release and all before it. */
    public static Questions shipped() {
        return Shipped.ALL;
    }

    /** From rows of the recording by locale; the last of an id is its present wording. */
    public static Questions of(Map<String, List<String>> rows) {
        Map<String, Map<String, List<QuestionWords>>> byLocale = new LinkedHashMap<>();
        rows.forEach((locale, lines) -> {
            Map<String, List<QuestionWords>> byId = new LinkedHashMap<>();
            for (String line : lines) {
                QuestionWords words = QuestionWords.read(line);
                byId.computeIfAbsent(words.id(), id -> new ArrayList<>()).add(words);
            }
            byLocale.put(locale, byId);
        });
        return new Questions(byLocale);
    }

    /**
     * The very words a line names, in whichever language they were shown; empty where the line names no edition, and
     * where no release ever showed it.
     */
    public Optional<QuestionWords> shown(QuestionName name) {
        return byLocale.values().stream()
                .flatMap(byId -> byId.getOrDefault(name.id(), List.of()).stream())
                .filter(words -> words.edition().equals(name.edition()))
                .findFirst();
    }

    /** What the question says in a language today. */
    public Optional<QuestionWords> today(String id, String locale) {
        List<QuestionWords> editions = editions(id, locale);
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
    }

    /** As it was shown, else as it is put today in that language. */
    public Optional<QuestionWords> best(QuestionName name, String locale) {
        return shown(name).or(() -> today(name.id(), locale));
    }

    /**
     * What an answer says in another language, where it was chosen and not written; {@code null} for a person's own
     * words.
     */
    public @Nullable String answer(QuestionName name, String locale, String answer, String reader) {
        String chosen =
                best(name, locale).flatMap(words -> words.option(answer)).orElse(null);
        if (chosen != null) {
            return today(name.id(), reader)
                    .map(words -> words.options().get(chosen))
                    .orElse(null);
        }
        return today(MEDIA, locale)
                .flatMap(words -> words.option(answer))
                .flatMap(kind ->
                        today(MEDIA, reader).map(words -> words.options().get(kind)))
                .orElse(null);
    }

    private List<QuestionWords> editions(String id, String locale) {
        String known = locale.equals("kmr-Latn") ? "kmr-Arab" : locale;
        Map<String, List<QuestionWords>> byId =
                byLocale.getOrDefault(byLocale.containsKey(known) ? known : FALLBACK, Map.of());
        return byId.getOrDefault(id, List.of());
    }
}
