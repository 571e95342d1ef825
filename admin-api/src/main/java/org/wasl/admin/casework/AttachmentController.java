package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentType;

/**
 * Plays what was sent beside words, straight out of the sealed store and into no file. In one piece: parts of it could be
 * asked for without an entry for each, and a voice note is short.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "Cases")
class AttachmentController {
    private final AttachmentDesk desk;

    AttachmentController(AttachmentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/cases/{number}/attachments/{id}")
    @Requires(Permission.CASE_READ)
    @Operation(summary = "Listen to a voice note. Recorded each time; nothing but sound of a known kind is given out")
    ResponseEntity<StreamingResponseBody> open(CurrentStaff staff, @PathVariable String number, @PathVariable String id)
            throws IOException {
        CaseNumber known = CaseNumber.read(number).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return switch (desk.open(staff, known, attachment(id))) {
            case AttachmentReading.Opened opened -> play(opened);
            case AttachmentReading.Missing missing -> throw new ProblemException(Problem.NOT_FOUND);
            case AttachmentReading.Closed closed -> throw new ProblemException(Problem.NOT_ALLOWED);
            case AttachmentReading.NotAuditable shut -> throw new ProblemException(Problem.UNAVAILABLE);
        };
    }

    private static ResponseEntity<StreamingResponseBody> play(AttachmentReading.Opened opened) throws IOException {
        InputStream content = new BufferedInputStream(opened.source().open());
        content.mark(AttachmentType.HEAD);
        AttachmentType type =
                AttachmentType.of(content.readNBytes(AttachmentType.HEAD)).orElse(null);
        content.reset();
        if (type == null || !type.sound()) {
            content.close();
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.media()))
                .contentLength(opened.size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.ACCEPT_RANGES, "none")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(to -> {
                    try (content) {
                        content.transferTo(to);
                    }
                });
    }

    private static AttachmentId attachment(String sent) {
        if (!sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return new AttachmentId(sent);
    }
}
