package org.wasl.bot.conversation;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every string of one locale, as ICU message patterns. */
final class Catalogue {
    private static final String LATIN_DIGITS = "-u-nu-latn";

    /** A string and how far it was reviewed. */
    record Entry(
            String pattern,
            String status,
            @Nullable String reviewedBy,
            @Nullable String on) {}

    private static final char ISOLATE_LTR = '\u2066';
    private static final Pattern TELEPHONE = Pattern.compile("[+\\p{Nd}][\\p{Nd} -]{5,}\\p{Nd}");
    private static final char ISOLATE_AUTO = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    private final String locale;
    private final String version;
    private final Map<String, Entry> entries;

    private Catalogue(String locale, String version, Map<String, Entry> entries) {
        this.locale = locale;
        this.version = version;
        this.entries = entries;
    }

    /** Reads a locale: its own file, and the strings of each topic. */
    static Catalogue read(DataFile locale, List<DataFile> topics) {
        Map<String, Entry> entries = new TreeMap<>();
        String status = locale.text("status");
        for (DataFile topic : topics) {
            strings(topic, status, entries);
        }
        Catalogue catalogue = new Catalogue(locale.text("locale"), locale.text("version"), entries);
        locale.nothingElse();
        return catalogue;
    }

    private static void strings(DataFile topic, String status, Map<String, Entry> entries) {
        if (topic.raw("strings") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (entries.put(String.valueOf(key), entry(value, status)) != null) {
                    topic.problem("string twice in one locale: " + key);
                }
            });
        } else {
            topic.problem("strings is not a mapping");
        }
        topic.nothingElse();
    }

    private static Entry entry(@Nullable Object value, String status) {
        if (value instanceof Map<?, ?> map) {
            Object own = map.get("status");
            return new Entry(
                    String.valueOf(map.get("text")),
                    own == null ? status : String.valueOf(own),
                    map.get("reviewed-by") == null ? null : String.valueOf(map.get("reviewed-by")),
                    map.get("reviewed-on") == null ? null : String.valueOf(map.get("reviewed-on")));
        }
        return new Entry(String.valueOf(value), status, null, null);
    }

    String locale() {
        return locale;
    }

    /** Version of the words, as recorded with a consent. */
    String version() {
        return version;
    }

    /** Between the parts of a list. */
    String comma() {
        return locale.equals("en") ? ", " : "، ";
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether the text promises a person, and so stands here in three forms. */
    boolean promises(String key) {
        return entries.containsKey(key + ".here");
    }

    Entry entry(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new IllegalStateException("catalogue " + locale + ": no string " + key);
        }
        return entry;
    }

    String say(String key) {
        return say(key, Map.of());
    }

    /**
     * The string with its placeholders filled; codes and words put in must be {@link #isolated} or {@link #quoted}. Numbers
     * are written with the digits the emergency numbers beside them have, in every language.
     */
    String say(String key, Map<String, Object> arguments) {
        return new MessageFormat(entry(key).pattern(), ULocale.forLanguageTag(locale + LATIN_DIGITS)).format(arguments);
    }

    /** A code, a number, a link: always left to right. */
    static String isolated(String code) {
        return ISOLATE_LTR + code + END_ISOLATE;
    }

    /** Not what turns the text around it, nor what no screen can show: controls, half characters. */
    private static boolean shows(int point) {
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !turns && !half && (point == '\n' || !Character.isISOControl(point));
    }

    /**
     * A person's own words, or a name: in their own direction, whatever control characters they bring; a telephone
     * number in them keeps its order.
     */
    static String quoted(String words) {
        StringBuilder clean = new StringBuilder(words.length() + 2);
        words.codePoints().filter(Catalogue::shows).forEach(clean::appendCodePoint);
        return ISOLATE_AUTO + TELEPHONE.matcher(clean).replaceAll(ISOLATE_LTR + "$0" + END_ISOLATE) + END_ISOLATE;
    }

    /** The names between braces, nested plural forms included. */
    static Set<String> placeholders(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int at = 0; at < parsed.countParts(); at++) {
            MessagePattern.Part part = parsed.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(part));
            } else if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }
}
