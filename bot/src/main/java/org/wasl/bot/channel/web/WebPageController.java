package org.wasl.bot.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page and its three files, the same for everybody. Nothing is cached, nothing comes from elsewhere, and no part of
 * it is reachable from the staff's port: the files are not static resources of the class path.
 */
@RestController
final class WebPageController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType WOFF2 = new MediaType("font", "woff2");

    private final byte[] page;
    private final byte[] style = file("chat.css");
    private final byte[] script = file("chat.js");
    private final byte[] font = file("vazirmatn-arabic-400.woff2");
    private final String policy;

    WebPageController(WebChatSettings settings) {
        String html = new String(file("chat.html"), StandardCharsets.UTF_8)
                .replace("{{title}}", HtmlUtils.htmlEscape(settings.title(), "UTF-8"))
                .replace("{{exit}}", HtmlUtils.htmlEscape(settings.exitTo().toString(), "UTF-8"))
                .replace("{{number}}", HtmlUtils.htmlEscape(settings.emergencyNumber(), "UTF-8"))
                .replace("{{number-kri}}", HtmlUtils.htmlEscape(settings.emergencyNumberKri(), "UTF-8"))
                .replace("{{longest}}", Integer.toString(settings.maxText()))
                .replace("{{demonstration}}", Boolean.toString(settings.demonstration()));
        this.page = html.getBytes(StandardCharsets.UTF_8);
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors " + settings.frameAncestors();
    }

    @GetMapping("/")
    ResponseEntity<byte[]> page() {
        return answer(page, HTML);
    }

    @GetMapping("/chat.css")
    ResponseEntity<byte[]> style() {
        return answer(style, CSS);
    }

    @GetMapping("/chat.js")
    ResponseEntity<byte[]> script() {
        return answer(script, JAVASCRIPT);
    }

    @GetMapping("/chat.woff2")
    ResponseEntity<byte[]> font() {
        return answer(font, WOFF2);
    }

    /** Browsers ask for one by themselves; none keeps the tab as plain as any. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<byte[]> answer(byte[] body, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()")
                .body(body);
    }

    private static byte[] file(String name) {
        try (InputStream in = WebPageController.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("part of the chat page is missing: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
