package org.wasl.admin.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Territory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the partners a new desk begins with. Whatever is wrong is said all at once. */
final class PartnerFile {
    static final String SHIPPED = "partners.yml";

    private static final Set<String> KEYS = Set.of(
            "id",
            "demonstration",
            "kind",
            "names",
            "places",
            "languages",
            "takes",
            "hours",
            "contact",
            "source",
            "source-date");

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Partner> partners = new LinkedHashMap<>();

    private PartnerFile() {}

    /** By their ids. Throws with all that is wrong. */
    static Map<String, Partner> read(String resource) {
        try (InputStream in = PartnerFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Partner> parse(String yaml) {
        PartnerFile file = new PartnerFile();
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            if (loaded instanceof Map<?, ?> top && top.get("partners") instanceof List<?> all) {
                all.forEach(file::partner);
            } else {
                file.problems.add("no list of partners");
            }
        } catch (YAMLException e) {
            file.problems.add("no YAML, or a key twice");
        }
        if (!file.problems.isEmpty()) {
            throw new IllegalStateException("partners: " + String.join("; ", file.problems));
        }
        return file.partners;
    }

    private void partner(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> body) || !(body.get("id") instanceof String id)) {
            problems.add("an entry without id");
            return;
        }
        Set<String> unknown = new TreeSet<>();
        body.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty() || !id.matches("[a-z][a-z0-9-]{2,40}")) {
            problems.add(id + ": " + unknown + " (expected: small letters for an id, and of " + KEYS + ")");
            return;
        }
        try {
            if (partners.putIfAbsent(id, read(body)) != null) {
                problems.add(id + ": twice");
            }
        } catch (IllegalArgumentException | ClassCastException wrong) {
            problems.add(id + ": " + wrong.getMessage());
        }
    }

    private static Partner read(Map<?, ?> body) {
        LocalDate sourced = date(body.get("source-date"));
        PartnerProfile profile = new PartnerProfile(
                PartnerKind.valueOf(text(body, "kind")),
                names(body.get("names")),
                places(body.get("places")),
                Set.copyOf(texts(body.get("languages"))),
                taken(texts(body.get("takes"))),
                text(body, "hours"),
                text(body, "source"),
                sourced);
        PartnerContact contact = body.get("contact") instanceof Map<?, ?> given
                ? new PartnerContact(PartnerContact.Way.valueOf(text(given, "way")), text(given, "value"), null)
                : null;
        boolean demonstration = Boolean.TRUE.equals(body.get("demonstration"));
        Partner partner = new Partner(profile, contact, null, null, sourced, false, demonstration, List.of());
        return partner.changed(Partner.Change.What.ADDED, "system", Instant.EPOCH);
    }

    private static String text(Map<?, ?> body, String key) {
        if (body.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key + ": (expected: a text)");
    }

    private static List<String> texts(@Nullable Object given) {
        return given instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, String> names(@Nullable Object given) {
        Map<String, String> names = new HashMap<>();
        if (given instanceof Map<?, ?> all) {
            all.forEach((language, name) -> names.put(String.valueOf(language), String.valueOf(name)));
        }
        return names;
    }

    private static Set<Governorate> places(@Nullable Object given) {
        Set<Governorate> places = EnumSet.noneOf(Governorate.class);
        for (String place : texts(given)) {
            if (place.equals(Territory.FED.name()) || place.equals(Territory.KRI.name())) {
                places.addAll(Governorate.of(Territory.valueOf(place)));
            } else {
                places.add(Governorate.valueOf(place));
            }
        }
        return places;
    }

    private static Set<Taken> taken(List<String> given) {
        Set<Taken> takes = EnumSet.noneOf(Taken.class);
        given.forEach(one -> takes.add(Taken.valueOf(one)));
        return takes;
    }

    /** The reader makes a date of what looks like one. */
    private static LocalDate date(@Nullable Object given) {
        if (given instanceof java.util.Date date) {
            return LocalDate.ofInstant(date.toInstant(), java.time.ZoneOffset.UTC);
        }
        throw new IllegalArgumentException("source-date: (expected: a day)");
    }
}
