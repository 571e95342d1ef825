package org.wasl.config.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.Open;

/** The citizen's phone, the operator's desk and the officer's phone side by side. */
@RestController
final class DemonstrationPage {

    private static final String BECAUSE = "shows how the demonstration is used and nothing that anybody sent";

    private final byte[] page;
    private final byte[] style = file("page.css");
    private final byte[] script = file("page.js");
    private final String policy;

    DemonstrationPage(URI chat) {
        this.page = new String(file("page.html"), StandardCharsets.UTF_8)
                .replace("{{chat}}", chat.toString())
                .getBytes(StandardCharsets.UTF_8);
        // Exactly the chat and the console may be framed, and nobody may frame this.
        this.policy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self' " + chat
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @GetMapping("/demonstration")
    @Open(because = BECAUSE)
    ResponseEntity<byte[]> page() {
        return answer(page, new MediaType("text", "html", StandardCharsets.UTF_8));
    }

    @GetMapping("/demonstration/page.css")
    @Open(because = BECAUSE)
    ResponseEntity<byte[]> style() {
        return answer(style, new MediaType("text", "css", StandardCharsets.UTF_8));
    }

    @GetMapping("/demonstration/page.js")
    @Open(because = BECAUSE)
    ResponseEntity<byte[]> script() {
        return answer(script, new MediaType("text", "javascript", StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> answer(byte[] body, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .body(body);
    }

    private static byte[] file(String name) {
        try (InputStream in = DemonstrationPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("part of the demonstration page is missing: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
