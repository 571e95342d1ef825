package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The governorates, by a key of our own, with their names in every locale. */
final class Places {

    /**
     * One governorate.
     *
     * @param names catalogue locale to name
     * @param also other spellings, in any language
     */
    record Place(String key, String territory, Map<String, String> names, List<String> also) {
        String name(String locale) {
            return names.getOrDefault(locale, names.getOrDefault("en", key));
        }
    }

    private static final int LONGEST_ANSWER = 400;
    private static final int SHORTEST_NAME = 4;

    private final List<Place> all;

    private Places(List<Place> all) {
        this.all = all;
    }

    static Places read(DataFile file, List<String> locales) {
        List<Place> all = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (DataFile part : file.parts("places")) {
            Map<String, String> names = new LinkedHashMap<>();
            locales.forEach(locale -> names.put(locale, part.text(locale)));
            Place place = new Place(part.text("key"), part.text("territory"), names, part.texts("also"));
            part.nothingElse();
            if (!keys.add(place.key())) {
                part.problem("key used twice");
            }
            if (!Numbers.TERRITORIES.contains(place.territory())) {
                part.problem("territory not known: " + place.territory());
            }
            all.add(place);
        }
        file.nothingElse();
        return new Places(List.copyOf(all));
    }

    List<Place> all() {
        return all;
    }

    Optional<Place> byKey(String key) {
        return all.stream().filter(place -> place.key().equals(key)).findFirst();
    }

    /** Reads a name in any language and spelling we know. */
    Optional<Place> named(String written) {
        String folded = plain(written);
        return all.stream()
                .filter(place -> place.names().values().stream()
                                .flatMap(Places::parts)
                                .anyMatch(name -> plain(name).equals(folded))
                        || place.also().stream().anyMatch(name -> plain(name).equals(folded)))
                .findFirst();
    }

    /** The one governorate named in an answer, alone or among other words; empty when there is none, or several. */
    Optional<Place> within(String written) {
        Optional<Place> whole = named(written);
        if (whole.isPresent() || written.length() > LONGEST_ANSWER) {
            return whole;
        }
        String words = " " + Folding.fold(written) + " ";
        List<Place> found = all.stream()
                .filter(place -> Stream.concat(
                                place.names().values().stream().flatMap(Places::parts), place.also().stream())
                        .anyMatch(name -> heard(words, Folding.fold(name))))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** A name among words, in Arabic also behind "in" and without its article, in Kurdish also with an ending. */
    private static boolean heard(String words, String name) {
        String bare = plain(name);
        return bare.length() >= SHORTEST_NAME
                && Stream.of(
                                name,
                                bare,
                                "ب" + name,
                                "ب" + bare,
                                "ل" + bare,
                                "ال" + bare,
                                "بال" + bare,
                                name + "ی",
                                name + "ه",
                                name + "یه")
                        .anyMatch(form -> words.contains(" " + form + " "));
    }

    /** A name as it stands, and both names of one like "Nineveh (Mosul)". */
    private static Stream<String> parts(String name) {
        return Stream.concat(Stream.of(name), Stream.of(name.split("[()]", -1)).filter(part -> !part.isBlank()));
    }

    /** Without the Arabic article, which many leave out. */
    private static String plain(String name) {
        String folded = Folding.fold(name);
        return folded.startsWith("ال") && folded.length() > 4 ? folded.substring(2) : folded;
    }
}
