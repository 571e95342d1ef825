package org.wasl.admin.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.casework.CaseAnswers;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.web.ConfirmationForm;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The directory of partners over HTTP. */
@RestController
@RequestMapping(path = "/api/partners", produces = "application/json")
@Tag(name = "Partners")
class PartnerController {
    private final PartnerDesk desk;

    PartnerController(PartnerDesk desk) {
        this.desk = desk;
    }

    record PartnersResource(List<PartnerResource> partners) {}

    /** @param contact only of a new entry; later it is proposed by itself */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record PartnerForm(
            @Nullable PartnerKind kind,
            @Nullable Map<String, String> names,
            @Nullable Set<Governorate> places,
            @Nullable Set<String> languages,
            @Nullable Set<Taken> takes,
            @Nullable String hours,
            @Nullable String source,
            @Nullable LocalDate sourceDate,
            @Nullable ContactForm contact) {

        PartnerProfile profile() {
            if (kind == null || names == null || places == null || source == null || sourceDate == null) {
                throw new ProblemException(Problem.UNREADABLE);
            }
            try {
                return new PartnerProfile(
                        kind,
                        names,
                        places,
                        languages == null ? Set.of() : languages,
                        takes == null ? Set.of() : takes,
                        hours == null ? "" : hours,
                        source,
                        sourceDate);
            } catch (IllegalArgumentException | NullPointerException wrong) {
                throw new ProblemException(Problem.UNREADABLE);
            }
        }

        @Override
        public String toString() {
            return "PartnerForm[redacted]";
        }
    }

    record ContactForm(
            PartnerContact.@Nullable Way way,
            @Nullable String value,
            @Nullable String key) {

        PartnerContact contact() {
            if (way == null || value == null) {
                throw new ProblemException(Problem.UNREADABLE);
            }
            try {
                return new PartnerContact(way, value, key == null || key.isBlank() ? null : key.strip());
            } catch (IllegalArgumentException wrong) {
                throw new ProblemException(Problem.UNREADABLE);
            }
        }

        @Override
        public String toString() {
            return "ContactForm[redacted]";
        }
    }

    record RetirementForm(@Nullable Boolean retired) {}

    @GetMapping
    @Requires(Permission.REFER)
    @Operation(operationId = "readPartners", summary = "The whole directory, those no longer there last")
    PartnersResource all(CurrentStaff staff) {
        return new PartnersResource(desk.all(staff).stream()
                .map(entry -> PartnerResource.of(entry, desk.today()))
                .toList());
    }

    @GetMapping("/{id}")
    @Requires(Permission.REFER)
    @Operation(operationId = "readPartner", summary = "One partner with its history")
    ResponseEntity<PartnerResource> one(CurrentStaff staff, @PathVariable String id) {
        return answer(desk.one(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @PostMapping
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(
            operationId = "addPartner",
            summary = "A new entry, once for each key. Its contact waits for a second person")
    ResponseEntity<PartnerResource> add(
            CurrentStaff staff,
            @Parameter(required = true) @RequestHeader(name = CaseAnswers.KEY, required = false) @Nullable String key,
            @RequestBody PartnerForm form) {
        ResponseEntity<PartnerResource> added = answer(desk.add(
                staff,
                form.profile(),
                form.contact() == null ? null : form.contact().contact(),
                CaseAnswers.key(CaseAnswers.text(key))));
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(added.getHeaders())
                .body(added.getBody());
    }

    @PutMapping("/{id}")
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(operationId = "editPartner", summary = "Change what is said of a partner, not how they are reached")
    ResponseEntity<PartnerResource> edit(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PartnerForm form) {
        return answer(desk.edit(staff, id, CaseAnswers.edition(ifMatch), form.profile()));
    }

    @PutMapping("/{id}/contact")
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(
            operationId = "proposePartnerContact",
            summary = "Propose how they are reached from now on, and the key something is sealed to")
    ResponseEntity<PartnerResource> propose(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContactForm form) {
        return answer(desk.propose(staff, id, CaseAnswers.edition(ifMatch), form.contact()));
    }

    @PostMapping("/{id}/contact/confirmation")
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(
            operationId = "confirmPartnerContact",
            summary = "The second person's word: they reached the partner by another way and compared it")
    ResponseEntity<PartnerResource> confirm(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ConfirmationForm form) {
        if (form.agreed() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.confirm(staff, id, CaseAnswers.edition(ifMatch), form.agreed()));
    }

    @PostMapping("/{id}/verification")
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(
            operationId = "recordPartnerVerification",
            summary = "Somebody of ours reached them today by what stands there")
    ResponseEntity<PartnerResource> verified(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(desk.verified(staff, id, CaseAnswers.edition(ifMatch)));
    }

    @PutMapping("/{id}/retirement")
    @Requires(Permission.PARTNER_MANAGE)
    @Operation(operationId = "retirePartner", summary = "Say that they are no longer there, or there again")
    ResponseEntity<PartnerResource> retire(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RetirementForm form) {
        if (form.retired() == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(desk.retire(staff, id, CaseAnswers.edition(ifMatch), form.retired()));
    }

    private ResponseEntity<PartnerResource> answer(PartnerOutcome outcome) {
        return switch (outcome) {
            case PartnerOutcome.Done done -> answer(done.entry());
            case PartnerOutcome.Overtaken _ -> throw new ProblemException(Problem.CHANGED);
            case PartnerOutcome.Missing _ -> throw new ProblemException(Problem.NOT_FOUND);
            case PartnerOutcome.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    static Problem problem(PartnerOutcome.Why why) {
        return switch (why) {
            case NOT_ALLOWED, NEEDS_ANOTHER_PERSON -> Problem.NOT_ALLOWED;
            case NOTHING_PROPOSED, NO_CONTACT, TOO_MANY -> Problem.CONFLICT;
            case UNUSABLE_KEY -> Problem.UNREADABLE;
        };
    }

    private ResponseEntity<PartnerResource> answer(PartnerEntry entry) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(entry.edition()).header())
                .body(PartnerResource.of(entry, desk.today()));
    }
}
