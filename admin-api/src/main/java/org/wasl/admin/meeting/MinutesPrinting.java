package org.wasl.admin.meeting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.print.PdfAnswer;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** Minutes as a document, for programs and for the page. */
@RestController
@Tag(name = "Meetings")
class MinutesPrinting {
    private final MeetingMinutes minutes;
    private final MinutesPaper paper;

    MinutesPrinting(MeetingMinutes minutes, MinutesPaper paper) {
        this.minutes = minutes;
        this.paper = paper;
    }

    @GetMapping(
            path = "/api/meetings/{id}/minutes",
            produces = {"application/pdf", "application/problem+json"})
    @Requires(Permission.MEETING)
    @ApiResponse(
            responseCode = "200",
            description = "The minutes",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @Operation(
            operationId = "printMinutes",
            summary = "The frozen minutes in one of the console's languages, as far as the caller may know. Recorded")
    ResponseEntity<byte[]> api(
            CurrentStaff staff, @PathVariable String id, @RequestParam(defaultValue = "en") String language) {
        return printed(
                staff, id, ConsoleLanguage.of(language).orElseThrow(() -> new ProblemException(Problem.UNREADABLE)));
    }

    /** In the language of the page. */
    @GetMapping("/meetings/{id}/minutes.pdf")
    @Requires(Permission.MEETING)
    ResponseEntity<byte[]> page(CurrentStaff staff, @PathVariable String id, Locale locale) {
        return printed(staff, id, ConsoleLanguage.of(locale));
    }

    private ResponseEntity<byte[]> printed(CurrentStaff staff, String id, ConsoleLanguage language) {
        MeetingView view = MeetingAnswers.view(minutes.print(staff, id));
        return PdfAnswer.of("minutes-" + view.id() + "-" + language.code(), paper.pdf(language, staff.id(), view));
    }
}
