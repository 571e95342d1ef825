package org.wasl.admin.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.referral.Bundle;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What is handed over with a referral, over HTTP. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = "application/json")
@Tag(name = "Referrals")
class BundleController {
    private final BundleDesk desk;
    private final OutsideReader reader;

    BundleController(BundleDesk desk, OutsideReader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /** @param name the person's, as they want it passed on; needs its own consent, as words and contact do */
    record BundleForm(
            @Nullable Set<Bundle.Field> fields,
            Bundle.@Nullable Format format,
            @Nullable String language,
            @Nullable String name,
            @Nullable String contact) {
        BundleDesk.Ticked ticked() {
            if (fields == null || format == null || language == null) {
                throw new ProblemException(Problem.UNREADABLE);
            }
            try {
                return new BundleDesk.Ticked(
                        fields, format, language, name == null ? "" : name, contact == null ? "" : contact);
            } catch (IllegalArgumentException | NullPointerException wrong) {
                throw new ProblemException(Problem.UNREADABLE);
            }
        }

        @Override
        public String toString() {
            return "BundleForm[redacted]";
        }
    }

    /** The page as the partner will see it. */
    record BundlePageResource(String html) {
        @Override
        public String toString() {
            return "BundlePageResource[redacted]";
        }
    }

    /**
     * The file, closed.
     *
     * @param content in Base64
     * @param passphrase to be passed on by another way; empty for a file that is sealed to a key
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record BundleFileResource(String name, String mediaType, String content, String passphrase) {
        @Override
        public String toString() {
            return "BundleFileResource[redacted]";
        }
    }

    @PostMapping("/referrals/{id}/preview")
    @Requires(Permission.REFER)
    @Operation(operationId = "previewBundle", summary = "Look at what would be handed over. Keeps nothing")
    BundlePageResource preview(
            CurrentStaff staff, @PathVariable String number, @PathVariable String id, @RequestBody BundleForm form) {
        return page(desk.preview(staff, CaseAnswers.number(number), id, form.ticked()));
    }

    @PostMapping("/referrals/{id}/bundles")
    @Requires(Permission.REFER)
    @Operation(operationId = "askForBundle", summary = "Ask that it is handed over. A second person has to release it")
    ResponseEntity<OutsideResource> ask(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody BundleForm form) {
        return answer(desk.ask(
                staff,
                CaseAnswers.number(number),
                id,
                form.ticked(),
                CaseAnswers.edition(ifMatch),
                CaseAnswers.key(key)));
    }

    @GetMapping("/bundles/{id}")
    @Requires(Permission.REFER)
    @Operation(operationId = "readBundle", summary = "The page that was asked for, for the one who has to release it")
    BundlePageResource asked(CurrentStaff staff, @PathVariable String number, @PathVariable String id) {
        return page(desk.asked(staff, CaseAnswers.number(number), id));
    }

    @PostMapping("/bundles/{id}/release")
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(operationId = "releaseBundle", summary = "The second person's word that it leaves, once they read it")
    ResponseEntity<OutsideResource> release(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key) {
        return answer(desk.release(
                staff, CaseAnswers.number(number), id, CaseAnswers.edition(ifMatch), CaseAnswers.key(key)));
    }

    @PostMapping("/bundles/{id}/file")
    @Requires(Permission.REFER)
    @Operation(
            operationId = "makeBundleFile",
            summary = "The file, sealed to the partner's key or under a passphrase made here. Each time is on record")
    BundleFileResource file(
            CurrentStaff staff,
            @PathVariable String number,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return switch (desk.file(staff, CaseAnswers.number(number), id, null, CaseAnswers.edition(ifMatch))) {
            case BundleDesk.Look.File made ->
                new BundleFileResource(
                        made.file().name(),
                        made.file().mediaType(),
                        Base64.getEncoder().encodeToString(made.file().content().toArray()),
                        made.file().passphrase());
            case BundleDesk.Look.Page _ -> throw new IllegalStateException("bundle: a page (expected: a file)");
            case BundleDesk.Look.Not not -> throw refused(not.why());
        };
    }

    static BundlePageResource page(BundleDesk.Look look) {
        return switch (look) {
            case BundleDesk.Look.Page page -> new BundlePageResource(page.html());
            case BundleDesk.Look.File _ -> throw new IllegalStateException("bundle: a file (expected: a page)");
            case BundleDesk.Look.Not not -> throw refused(not.why());
        };
    }

    static ProblemException refused(CaseChange why) {
        return switch (why) {
            case CaseChange.Refused refused -> new ProblemException(CaseAnswers.problem(refused.why()));
            case CaseChange.Overtaken _ -> new ProblemException(Problem.CHANGED);
            case CaseChange.Missing _ -> new ProblemException(Problem.NOT_FOUND);
            case CaseChange.Done _, CaseChange.WaitsForSecond _, CaseChange.Held _ ->
                new ProblemException(Problem.CONFLICT);
        };
    }

    private ResponseEntity<OutsideResource> answer(CaseChange change) {
        var held = OutsideReader.decided(change);
        HttpStatus status = change instanceof CaseChange.WaitsForSecond ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag(new EntityTag(held.edition()).header())
                .body(reader.resource(held));
    }
}
