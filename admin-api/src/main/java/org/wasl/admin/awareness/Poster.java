package org.wasl.admin.awareness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.print.PdfDocument;
import org.wasl.admin.print.Press;
import org.wasl.admin.print.Sheet;
import org.wasl.admin.web.ConsoleLanguage;

/**
 * The sheet that hangs on a wall or goes into a bag. It says that somebody reads, and nothing of what is written about: no
 * word on it tells a third person why somebody has it. Its code is the same on all sheets of a session.
 */
final class Poster {
    private final Press press;
    private final MessageSource messages;
    private final AwarenessSettings settings;
    private final Clock clock;

    Poster(Press press, MessageSource messages, AwarenessSettings settings, Clock clock) {
        this.press = press;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a phone is led to; empty while nobody said where the chat is. */
    Optional<String> link(String code) {
        if (!settings.webLink().isEmpty()) {
            return Optional.of(settings.webLink() + "#" + code);
        }
        return settings.telegramLink().isEmpty()
                ? Optional.empty()
                : Optional.of(settings.telegramLink() + "?start=" + code);
    }

    /** The sheet; empty while nobody said where the chat is. */
    Optional<byte[]> pdf(String code, ConsoleLanguage language, Sheet sheet) {
        return link(code).map(link -> {
            boolean large = sheet == Sheet.A4;
            float points = large ? 20 : 14;
            PdfDocument poster = press.bare(language, sheet)
                    .room(large ? 30 : 12)
                    .centred(say(language, "poster.title"), points * 1.8f, true)
                    .centred(say(language, "poster.write"), points, false)
                    .room(points)
                    .image(QrCode.png(link), say(language, "poster.qr"), large ? 95 : 66)
                    .centred(shown(link), points * 0.7f, false)
                    .centred(say(language, "poster.alone"), points, false);
            String hotline = settings.hotlineOn(LocalDate.ofInstant(clock.instant(), Scope.ZONE));
            if (!hotline.isEmpty()) {
                poster.room(points).centred(say(language, "poster.call", hotline), points * 1.2f, true);
            }
            return poster.room(points)
                    .centred(say(language, "poster.same"), points * 0.7f, false)
                    .bytes();
        });
    }

    /** As it is typed by somebody whose phone reads no codes. */
    private static String shown(String link) {
        return link.replaceFirst("^https?://", "").replaceFirst("[?#].*$", "");
    }

    private String say(ConsoleLanguage language, String key, Object... words) {
        return messages.getMessage(key, words, language.locale());
    }
}
