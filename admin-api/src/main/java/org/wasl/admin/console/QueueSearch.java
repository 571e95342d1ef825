package org.wasl.admin.console;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.triage.report.Language;
import org.wasl.triage.report.Level;
import org.wasl.triage.text.Normaliser;

/**
 * Understands what somebody types into the search of the queue: a case number in any digits, or words for a level, a
 * governorate, a language, as the console itself calls them in whichever of its languages. Citizens' words are not
 * searched: they lie sealed.
 */
final class QueueSearch {
    private static final List<String> GOVERNORATES = List.of(
            "BG", "BA", "NI", "AN", "BB", "DI", "DQ", "KA", "KI", "MA", "MU", "NA", "QA", "SD", "WA", "AR", "DA", "SU",
            "HA");
    private static final int SHORTEST = 2;

    private final List<Name> names;

    QueueSearch(MessageSource messages, List<Locale> locales) {
        List<Name> read = new ArrayList<>();
        for (Locale locale : locales) {
            for (Level level : Level.values()) {
                read.add(new Name(said(messages, "level." + level, locale), level, null, null));
            }
            for (String code : GOVERNORATES) {
                read.add(new Name(said(messages, "governorate." + code, locale), null, code, null));
            }
            for (Language language : Language.values()) {
                read.add(new Name(said(messages, "written." + language.wire(), locale), null, null, language.wire()));
            }
        }
        this.names = List.copyOf(read);
    }

    private record Name(
            String folded,
            @Nullable Level level,
            @Nullable String governorate,
            @Nullable String language) {}

    /** What was meant. */
    sealed interface Meant {
        record OneCase(CaseNumber number) implements Meant {}

        record Some(QueueFilter filter) implements Meant {}

        record Nothing() implements Meant {}
    }

    Meant read(String typed) {
        Optional<CaseNumber> number = CaseNumber.read(typed.strip());
        if (number.isPresent()) {
            return new Meant.OneCase(number.get());
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        String governorate = null;
        String language = null;
        List<String> words = Stream.of(fold(typed).split("[\\s,،]+"))
                .filter(word -> word.length() >= SHORTEST)
                .toList();
        for (String word : words) {
            Name name = named(word).orElse(null);
            if (name == null) {
                return new Meant.Nothing();
            }
            if (name.level() != null) {
                levels.add(name.level());
            }
            governorate = name.governorate() == null ? governorate : name.governorate();
            language = name.language() == null ? language : name.language();
        }
        return words.isEmpty()
                ? new Meant.Nothing()
                : new Meant.Some(new QueueFilter(levels, QueueFilter.Shortlist.ALL, language, governorate));
    }

    /** A whole name first, then one that begins so; names of several words are found by any of them. */
    private Optional<Name> named(String word) {
        return names.stream()
                .filter(name -> name.folded().equals(word))
                .findFirst()
                .or(() -> names.stream()
                        .filter(name ->
                                Stream.of(name.folded().split("[\\s()]+")).anyMatch(one -> one.startsWith(word)))
                        .findFirst());
    }

    private static String said(MessageSource messages, String key, Locale locale) {
        return fold(messages.getMessage(key, null, locale));
    }

    private static String fold(String text) {
        return Normaliser.folded(Normaliser.light(text)).text().toLowerCase(Locale.ROOT);
    }
}
