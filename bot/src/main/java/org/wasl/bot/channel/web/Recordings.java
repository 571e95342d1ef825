package org.wasl.bot.channel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/**
 * Spoken forms of what the bot writes, for somebody who reads with difficulty. In a folder named after the locale stands
 * each recording ({@code safe.mp3}) beside the words it says ({@code safe.txt}), as they stand in the catalogue:
 * <code>{name}</code> in them is anything. A recording belongs to a message only while both say the same, so a sentence
 * that is changed loses its voice instead of being read out wrongly.
 */
final class Recordings {

    static final Recordings NONE = new Recordings(List.of());

    /** A sentence at 32 kbit/s takes 40 KB for ten seconds; more than this is no sentence. */
    static final int LARGEST = 256 * 1024;

    private static final Map<String, MediaType> TYPES = Map.of(
            "mp3", new MediaType("audio", "mpeg"),
            "m4a", new MediaType("audio", "mp4"),
            "ogg", new MediaType("audio", "ogg"));
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,60}\\.(mp3|m4a|ogg)");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2,4})?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

    /** One of them. */
    static final class Recording {

        private final String locale;
        private final String name;
        private final Pattern words;
        private final byte[] sound;

        private Recording(String locale, String name, Pattern words, byte[] sound) {
            this.locale = locale;
            this.name = name;
            this.words = words;
            this.sound = sound;
        }

        String id() {
            return locale + "/" + name;
        }

        MediaType type() {
            return TYPES.getOrDefault(suffix(name), MediaType.APPLICATION_OCTET_STREAM);
        }

        byte[] sound() {
            return Arrays.copyOf(sound, sound.length);
        }
    }

    private final Map<String, Recording> byId = new LinkedHashMap<>();

    private Recordings(List<Recording> all) {
        all.forEach(recording -> byId.put(recording.id(), recording));
    }

    /** Reads a folder; throws with everything that is wrong in it. */
    static Recordings read(Path folder) {
        List<String> problems = new ArrayList<>();
        List<Recording> all = new ArrayList<>();
        for (Path file : files(folder)) {
            Path beside = file.resolveSibling(plain(file) + ".txt");
            if (!LOCALE.matcher(name(folderOf(file))).matches()) {
                problems.add(name(folderOf(file)) + " (expected: a locale)");
            } else if (!NAME.matcher(name(file)).matches()) {
                problems.add(name(file) + " (expected: a lower-case name that ends in .mp3, .m4a or .ogg)");
            } else if (size(file) > LARGEST) {
                problems.add(name(file) + ": " + size(file) + " bytes (expected: at most " + LARGEST + ")");
            } else if (!Files.isRegularFile(beside)) {
                problems.add(name(file) + ": the words it says are not beside it in " + name(beside));
            } else {
                all.add(recording(file, beside));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("recordings: " + String.join("; ", problems));
        }
        return new Recordings(all);
    }

    /** The one that says what a message says; a note of its own after an empty line does not matter. */
    Optional<Recording> of(String locale, String text) {
        int end = text.indexOf("\n\n");
        String first = end < 0 ? text : text.substring(0, end);
        return byId.values().stream()
                .filter(recording -> recording.locale.equals(locale))
                .filter(recording -> says(recording, text) || says(recording, first))
                .findFirst();
    }

    Optional<Recording> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static boolean says(Recording recording, String text) {
        return recording.words.matcher(text.strip()).matches();
    }

    private static Recording recording(Path file, Path beside) {
        try {
            return new Recording(
                    name(folderOf(file)),
                    name(file),
                    pattern(Files.readString(beside).strip()),
                    Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String words) {
        StringBuilder pattern = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(words);
        int from = 0;
        while (placeholder.find()) {
            pattern.append(Pattern.quote(words.substring(from, placeholder.start())))
                    .append(".+?");
            from = placeholder.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(words.substring(from))).toString(), Pattern.DOTALL);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder, 2)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !folderOf(file).equals(folder))
                    .filter(file -> !suffix(name(file)).equals("txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("recordings (expected: a folder that can be read)", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String plain(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** What was found by walking a folder lies in one. */
    private static Path folderOf(Path file) {
        return java.util.Objects.requireNonNullElse(file.getParent(), file);
    }
}
