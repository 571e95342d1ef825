package org.wasl.admin.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
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
 * anew. A recording comes in parts where a player asks for parts, as some will not play it otherwise; each is a reading
 * of its own, with its entry.
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
    @Operation(
            operationId = "listenToAttachment",
            summary = "Listen to a voice note. Recorded each time; nothing but sound of a known kind is given out")
    ResponseEntity<StreamingResponseBody> open(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range)
            throws IOException {
        CaseNumber known = CaseAnswers.number(number);
        AttachmentReading reading = desk.open(staff, known, attachment(id));
        if (reading instanceof AttachmentReading.Opened opened) {
            return play(opened, range);
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
    @Requires(Permission.CASE_NOTE)
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

    private static ResponseEntity<StreamingResponseBody> play(AttachmentReading.Opened opened, @Nullable String range)
            throws IOException {
        InputStream content = new BufferedInputStream(opened.source().open());
        content.mark(AttachmentType.HEAD);
        AttachmentType type =
                AttachmentType.of(content.readNBytes(AttachmentType.HEAD)).orElse(null);
        content.reset();
        if (type == null || !type.sound()) {
            content.close();
            throw new ProblemException(Problem.NOT_FOUND);
        }
        Part part = Part.of(range, opened.size());
        ResponseEntity.BodyBuilder answer = part.whole()
                ? ResponseEntity.ok()
                : ResponseEntity.status(HttpStatus.PARTIAL_CONTENT)
                        .header(
                                HttpHeaders.CONTENT_RANGE,
                                "bytes " + part.from() + "-" + part.to() + "/" + part.size());
        return guarded(answer.contentType(MediaType.parseMediaType(type.media())))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .contentLength(part.length())
                .body(to -> {
                    try (content) {
                        content.skipNBytes(part.from());
                        part.copy(content, to);
                    }
                });
    }

    /** What of a recording is asked for: one part, or all of it; whatever else is asked for is answered with all. */
    private record Part(long from, long to, long size) {
        private static final int STEP = 16 * 1024;

        static Part of(@Nullable String range, long size) {
            Part all = new Part(0, size - 1, size);
            try {
                List<HttpRange> asked = HttpRange.parseRanges(range);
                if (asked.size() != 1) {
                    return all;
                }
                long from = asked.getFirst().getRangeStart(size);
                long to = asked.getFirst().getRangeEnd(size);
                return from <= to && from < size ? new Part(from, to, size) : all;
            } catch (IllegalArgumentException nonsense) {
                return all;
            }
        }

        boolean whole() {
            return length() == size;
        }

        long length() {
            return to - from + 1;
        }

        void copy(InputStream content, OutputStream out) throws IOException {
            byte[] step = new byte[STEP];
            long left = length();
            while (left > 0) {
                int read = content.read(step, 0, (int) Math.min(left, STEP));
                if (read < 0) {
                    throw new IOException("ends too early");
                }
                out.write(step, 0, read);
                left -= read;
            }
        }
    }

    private static ResponseEntity.BodyBuilder guarded(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore())
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
