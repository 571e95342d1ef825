package org.wasl.bot.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.channel.MediaRoom;
import org.wasl.triage.intake.AttachmentType;

/**
 * Voice notes, pictures and documents from the page: the bytes themselves are the body, so that nothing has to be taken
 * apart. What it is, its own bytes say; neither its name nor its type is asked for. Whether it is wanted is the
 * conversation's to say, which knows who writes.
 */
@RestController
@RequestMapping("/chat")
final class WebUploadController {

    /** The one kind of document that is taken. */
    private static final String PDF = "%PDF-";

    private static final Pattern ONCE_ID = Pattern.compile("[A-Za-z0-9-]{8,40}");

    /**
     * Of a body that is too large, this many times what is allowed is thrown away so that its sender hears why; a
     * connection that is closed while a browser still sends loses the answer with it.
     */
    private static final int DRAINED = 4;

    private final WebChannel channel;
    private final WebSessions sessions;
    private final WebUploads uploads;
    private final MediaRoom room;
    private final WebChatSettings settings;

    WebUploadController(
            WebChannel channel, WebSessions sessions, WebUploads uploads, MediaRoom room, WebChatSettings settings) {
        this.channel = channel;
        this.sessions = sessions;
        this.uploads = uploads;
        this.room = room;
        this.settings = settings;
    }

    /**
     * Taken once, however often the page tries.
     *
     * @param id as with a message: 8 to 40 letters, digits and dashes, the same when the page tries again
     */
    @PostMapping("/uploads")
    ResponseEntity<Map<String, Boolean>> upload(
            HttpServletRequest request, @RequestParam(defaultValue = "") String id) {
        WebChatController.sameSite(request);
        var cookie = WebUtils.getCookie(request, settings.cookieName());
        String address = sessions.find(cookie == null ? null : cookie.getValue())
                .orElseThrow(() -> new WebProblem.Refusal(WebProblem.OVER));
        if (!ONCE_ID.matcher(id).matches()) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
        if (request.getContentLengthLong() > settings.maxUpload()) {
            throw tooLarge(request);
        }
        if (!room.free()) {
            throw new WebProblem.Refusal(WebProblem.NOT_RECEIVED);
        }
        take(request, address, id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("received", true));
    }

    private void take(HttpServletRequest request, String address, String id) {
        String name = WebUploads.name(address, id);
        try (InputStream content = new BufferedInputStream(request.getInputStream())) {
            MediaKind kind = kind(content);
            FilmMark film = new FilmMark();
            OptionalLong size = uploads.keep(name, film.watching(content), settings.maxUpload());
            if (size.isEmpty()) {
                throw tooLarge(request);
            }
            sessions.hear(address);
            InboundContent media = new InboundContent.Media(
                    kind == MediaKind.VOICE && film.seen() ? MediaKind.VIDEO : kind, name, size.getAsLong(), "");
            if (channel.hand(address, id, media) == Acceptance.UNAVAILABLE) {
                throw new WebProblem.Refusal(WebProblem.NOT_RECEIVED);
            }
        } catch (IOException brokenOff) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
    }

    private WebProblem.Refusal tooLarge(HttpServletRequest request) {
        try {
            long left = (long) settings.maxUpload() * DRAINED;
            byte[] step = new byte[16 * 1024];
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = request.getInputStream().read(step);
            }
        } catch (IOException gone) {
            // Whoever went away needs no answer.
            return new WebProblem.Refusal(WebProblem.TOO_LARGE);
        }
        return new WebProblem.Refusal(WebProblem.TOO_LARGE);
    }

    private static MediaKind kind(InputStream content) throws IOException {
        content.mark(AttachmentType.HEAD);
        byte[] head = content.readNBytes(AttachmentType.HEAD);
        content.reset();
        if (new String(head, StandardCharsets.ISO_8859_1).startsWith(PDF)) {
            return MediaKind.FILE;
        }
        return AttachmentType.of(head)
                .map(type -> type.sound() ? MediaKind.VOICE : MediaKind.PICTURE)
                .orElseThrow(() -> new WebProblem.Refusal(WebProblem.OTHER_KIND));
    }
}
