package org.wasl.bot.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** One file for the browser: on a slow network each further one costs a journey there and back. */
    private static final List<String> SCRIPTS = List.of("words.js", "lines.js", "sending.js", "attach.js", "chat.js");

    private final PagePart page;
    private final PagePart style = PagePart.text(CSS, text("chat.css"));
    private final PagePart script = PagePart.text(JAVASCRIPT, script());
    private final PagePart font = PagePart.packed(WOFF2, file("vazirmatn-400.woff2"));
    private final Recordings recordings;
    private final String policy;

    WebPageController(WebChatSettings settings, Recordings recordings) {
        String html = text("chat.html")
                .replace("{{title}}", HtmlUtils.htmlEscape(settings.title(), "UTF-8"))
                .replace("{{exit}}", HtmlUtils.htmlEscape(settings.exitTo().toString(), "UTF-8"))
                .replace("{{number}}", HtmlUtils.htmlEscape(settings.emergencyNumber(), "UTF-8"))
                .replace("{{number-kri}}", HtmlUtils.htmlEscape(settings.emergencyNumberKri(), "UTF-8"))
                .replace("{{longest}}", Integer.toString(settings.maxText()))
                .replace("{{upload}}", Integer.toString(settings.maxUpload()))
                .replace("{{demonstration}}", Boolean.toString(settings.demonstration()));
        this.recordings = recordings;
        this.page = PagePart.text(HTML, html);
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
                + " media-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors " + settings.frameAncestors();
    }

    @GetMapping("/")
    ResponseEntity<byte[]> page(@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String takes) {
        return answer(page, takes);
    }

    @GetMapping("/chat.css")
    ResponseEntity<byte[]> style(@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String takes) {
        return answer(style, takes);
    }

    @GetMapping("/chat.js")
    ResponseEntity<byte[]> script(@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String takes) {
        return answer(script, takes);
    }

    @GetMapping("/chat.woff2")
    ResponseEntity<byte[]> font(@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String takes) {
        return answer(font, takes);
    }

    /** What a message says, spoken; part of it where a player asks for a part. */
    @GetMapping("/chat/audio")
    ResponseEntity<Resource> recording(@RequestParam(defaultValue = "") String of) {
        Recordings.Recording recording =
                recordings.named(of).orElseThrow(() -> new WebProblem.Refusal(WebProblem.NOT_FOUND));
        return guarded(ResponseEntity.ok().contentType(recording.type()))
                .body(new ByteArrayResource(recording.sound()));
    }

    /** Browsers ask for one by themselves; none keeps the tab as plain as any. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<byte[]> answer(PagePart part, String takes) {
        return guarded(part.answer(takes)).body(part.bytes(takes));
    }

    private ResponseEntity.BodyBuilder guarded(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    }

    private static String script() {
        return SCRIPTS.stream()
                .map(WebPageController::text)
                .collect(Collectors.joining("\n", "\"use strict\";\n(() => {\n", "})();\n"));
    }

    private static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
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
