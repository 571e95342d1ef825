package org.wasl.admin.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.wasl.admin.web.ConsoleLanguage;

/** The names of what is counted, in one language. */
final class Words {
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private final MessageSource messages;
    private final ConsoleLanguage language;

    Words(MessageSource messages, ConsoleLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments.length == 0 ? null : arguments, language.locale());
    }

    public String dimension(Dimension dimension) {
        return say("statistics.dimension." + dimension);
    }

    public String value(Dimension dimension, String value) {
        return say(dimension.key(value));
    }

    public String population(Population population) {
        return say("statistics.population." + population);
    }

    /** A code inside a line of text, kept in its own order whichever way the line runs. */
    public String apart(String code) {
        return "\u2066" + code + "\u2069";
    }

    /** A time of the scale, in the unit it is usually said in. */
    public String time(@Nullable Long seconds) {
        if (seconds == null) {
            return "";
        }
        if (seconds == 0) {
            long longest = CodedCase.BUCKETS.getLast().toDays();
            return say("statistics.time.longer", say("statistics.time.days", Long.toString(longest)));
        }
        Duration time = Duration.ofSeconds(seconds);
        if (seconds % DAY == 0) {
            return say("statistics.time.days", Long.toString(time.toDays()));
        }
        return seconds % HOUR == 0
                ? say("statistics.time.hours", Long.toString(time.toHours()))
                : say("statistics.time.minutes", Long.toString(seconds / MINUTE));
    }

    ConsoleLanguage language() {
        return language;
    }
}
