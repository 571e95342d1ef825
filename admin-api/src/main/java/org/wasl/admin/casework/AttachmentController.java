package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.picture.Untaken;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentType;

/**
 * Plays what was sent beside words, straight out of the sealed store and into no file, and shows pictures as copies drawn
 * anew. In one piece: parts of it could be asked for without an entry for each, and a voice note is short.
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
        CaseNumber known = CaseAnswers.number(number);
        AttachmentReading reading = desk.open(staff, known, attachment(id));
        if (reading instanceof AttachmentReading.Opened opened) {
            return play(opened);
        }
        throw new ProblemException(problem(reading));
    }

    @GetMapping("/cases/{number}/attachments/{id}/picture")
    @Requires(Permission.CASE_READ)
    @Operation(
            summary = "Look at a picture: a copy drawn anew, without anything else of its file, marked with who looks."
                    + " Recorded each time; for those who work on the case, and never where a child is concerned")
    ResponseEntity<byte[]> look(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        AttachmentReading reading = desk.look(staff, CaseAnswers.number(number), attachment(id));
        if (reading instanceof AttachmentReading.Drawn drawn) {
            return guarded(ResponseEntity.ok().contentType(MediaType.parseMediaType(drawn.media())))
                    .body(drawn.copy().toArray());
        }
        throw new ProblemException(problem(reading));
    }

    /** What was heard: how urgent, and in a few words. */
    record HearingForm(@Nullable String level, @Nullable String text) {
        @Override
        public String toString() {
            return "HearingForm[redacted]";
        }
    }

    @PostMapping(path = "/cases/{number}/attachments/{id}/hearing", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.LEVEL_RAISE)
    @Operation(
            summary =
                    "Say that a voice note was heard, by whoever played it, and how urgent it is. Once none is unheard"
                            + " the case is no longer L2 for that alone")
    ResponseEntity<CaseResource> heard(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HearingForm form) {
        return CaseAnswers.answer(desk.heard(
                staff,
                CaseAnswers.number(number),
                attachment(id),
                CaseAnswers.level(CaseAnswers.text(form.level())),
                CaseAnswers.text(form.text()),
                CaseAnswers.edition(ifMatch)));
    }

    @PostMapping(path = "/cases/{number}/attachments/{id}/suspicion", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CASE_READ)
    @Operation(summary = "Say that it may show the abuse of a child: no picture of the case opens to anybody any more")
    ResponseEntity<CaseResource> flag(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        return CaseAnswers.answer(desk.flag(staff, CaseAnswers.number(number), attachment(id)));
    }

    private static Problem problem(AttachmentReading reading) {
        return switch (reading) {
            case AttachmentReading.Opened opened -> Problem.INTERNAL;
            case AttachmentReading.Drawn drawn -> Problem.INTERNAL;
            case AttachmentReading.NotDrawn none -> none.why() == Untaken.BUSY ? Problem.TOO_MANY : Problem.UNSUPPORTED;
            case AttachmentReading.Missing missing -> Problem.NOT_FOUND;
            case AttachmentReading.Closed closed -> Problem.NOT_ALLOWED;
            case AttachmentReading.NotAuditable shut -> Problem.UNAVAILABLE;
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
        return guarded(ResponseEntity.ok().contentType(MediaType.parseMediaType(type.media())))
                .contentLength(opened.size())
                .body(to -> {
                    try (content) {
                        content.transferTo(to);
                    }
                });
    }

    private static ResponseEntity.BodyBuilder guarded(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore())
                .header(HttpHeaders.ACCEPT_RANGES, "none")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    static AttachmentId attachment(String sent) {
        if (!sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return new AttachmentId(sent);
    }
}
