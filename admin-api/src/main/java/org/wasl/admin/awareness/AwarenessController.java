package org.wasl.admin.awareness;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Governorate;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.print.PdfAnswer;
import org.wasl.admin.print.Sheet;
import org.wasl.admin.store.Stored;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.EntityTag;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Awareness sessions over HTTP. */
@RestController
@RequestMapping(path = "/api/awareness-sessions", produces = "application/json")
@Tag(name = "Awareness")
class AwarenessController {
    private static final int MOST = 100;
    private static final int MOST_GROUPS = 30;
    private static final int LONGEST_KEY = 100;

    private final AwarenessDesk desk;
    private final Poster poster;

    AwarenessController(AwarenessDesk desk, Poster poster) {
        this.desk = desk;
        this.poster = poster;
    }

    /** @param next where the next page begins; {@code null} on the last */
    record AwarenessListResource(
            List<AwarenessResource> sessions, @Nullable String next) {}

    record AwarenessEffectResource(List<EffectRow> governorates) {}

    record AwarenessForm(
            @Schema(implementation = Session.Asker.class) @Nullable
            String asker,

            @Schema(implementation = Session.Topic.class) @Nullable
            String topic,

            @Schema(implementation = Session.PlaceKind.class) @Nullable
            String place,

            @Schema(implementation = Governorate.class) @Nullable
            String governorate,

            @Nullable String language,
            @Nullable String wish,
            @Nullable String contact) {
        @Override
        public String toString() {
            return "AwarenessForm[redacted]";
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record AwarenessPlanForm(
            @Nullable String officerId, @Nullable Instant begins) {}

    record AwarenessCancellationForm(@Nullable String reason) {
        @Override
        public String toString() {
            return "AwarenessCancellationForm[redacted]";
        }
    }

    @GetMapping
    @Requires(Permission.AWARENESS)
    @Operation(
            operationId = "listAwarenessSessions",
            summary = "Sessions of the caller's governorates: those to come first")
    AwarenessListResource all(
            CurrentStaff staff,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        List<Stored<Session>> all = desk.all(staff);
        int from = 0;
        for (int at = 0; after != null && at < all.size(); at++) {
            from = all.get(at).id().equals(after) ? at + 1 : from;
        }
        List<Stored<Session>> page = all.subList(from, Math.min(all.size(), from + limit));
        boolean more = from + limit < all.size();
        return new AwarenessListResource(
                page.stream().map(this::resource).toList(),
                more ? page.getLast().id() : null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.AWARENESS)
    @Operation(operationId = "readAwarenessSession", summary = "One session")
    ResponseEntity<AwarenessResource> read(CurrentStaff staff, @PathVariable String id) {
        return answer(HttpStatus.OK, desk.read(staff, id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
    }

    @PostMapping
    @Requires(Permission.AWARENESS)
    @ApiResponse(responseCode = "201", description = "Written down")
    @Operation(
            operationId = "requestAwarenessSession",
            summary = "Write down that somebody asks for a session. One session for one key")
    ResponseEntity<AwarenessResource> request(
            CurrentStaff staff,
            @Parameter(required = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody AwarenessForm form) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(HttpStatus.CREATED, desk.request(staff, request(form), key));
    }

    static AwarenessDesk.Request request(AwarenessForm form) {
        return new AwarenessDesk.Request(
                one(Session.Asker.class, form.asker()),
                one(Session.Topic.class, form.topic()),
                one(Session.PlaceKind.class, form.place()),
                one(Governorate.class, form.governorate()),
                form.language() == null ? "" : form.language(),
                form.wish() == null ? "" : form.wish(),
                form.contact() == null ? "" : form.contact());
    }

    @PutMapping("/{id}/plan")
    @Requires(Permission.AWARENESS)
    @Operation(
            operationId = "planAwarenessSession",
            summary = "Say who goes and when. The first plan makes the code of its posters")
    ResponseEntity<AwarenessResource> plan(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AwarenessPlanForm form) {
        Instant begins = form.begins();
        if (begins == null) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(
                HttpStatus.OK,
                desk.plan(
                        staff,
                        id,
                        staffId(form.officerId()),
                        begins,
                        EntityTag.required(ifMatch).version()));
    }

    @PutMapping("/{id}/outcome")
    @Requires(Permission.AWARENESS)
    @Operation(
            operationId = "recordAwarenessOutcome",
            summary = "Say how many came, what was given out and what they said. Numbers only; sent again it corrects")
    ResponseEntity<AwarenessResource> held(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AwarenessResource.AwarenessOutcomeForm form) {
        return answer(
                HttpStatus.OK,
                desk.held(staff, id, outcome(form), EntityTag.required(ifMatch).version()));
    }

    @PutMapping("/{id}/cancellation")
    @Requires(Permission.AWARENESS)
    @Operation(operationId = "cancelAwarenessSession", summary = "Call a session off, with the reason")
    ResponseEntity<AwarenessResource> cancel(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AwarenessCancellationForm form) {
        String reason = form.reason();
        if (reason == null || reason.isBlank()) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return answer(
                HttpStatus.OK,
                desk.cancel(staff, id, reason, EntityTag.required(ifMatch).version()));
    }

    @GetMapping(
            path = "/{id}/poster",
            produces = {"application/pdf", "application/problem+json"})
    @Requires(Permission.AWARENESS)
    @ApiResponse(
            responseCode = "200",
            description = "The sheet",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @Operation(
            operationId = "printAwarenessPoster",
            summary = "The sheet with the session's code, in one of the console's languages, on A4 or A5")
    ResponseEntity<byte[]> poster(
            CurrentStaff staff,
            @PathVariable String id,
            @RequestParam String language,
            @RequestParam(defaultValue = "A4") String sheet) {
        return printed(desk, poster, staff, id, language, sheet);
    }

    static ResponseEntity<byte[]> printed(
            AwarenessDesk desk, Poster poster, CurrentStaff staff, String id, String language, String sheet) {
        ConsoleLanguage spoken =
                ConsoleLanguage.of(language).orElseThrow(() -> new ProblemException(Problem.UNREADABLE));
        Sheet paper = sheet.equals("A5") ? Sheet.A5 : one(sheet);
        String code = desk.read(staff, id)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND))
                .content()
                .campaign();
        if (code == null) {
            throw new ProblemException(Problem.CONFLICT);
        }
        byte[] pdf = poster.pdf(code, spoken, paper).orElseThrow(() -> new ProblemException(Problem.CONFLICT));
        desk.printed(staff, id);
        return PdfAnswer.of("sheet-" + spoken.code() + "-" + sheet.toLowerCase(Locale.ROOT), pdf);
    }

    private static Sheet one(String sheet) {
        if (!sheet.equals("A4")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return Sheet.A4;
    }

    @GetMapping("/effect")
    @Requires(Permission.AWARENESS)
    @Operation(
            operationId = "readAwarenessEffect",
            summary = "What the sessions held led to, by governorate. Small counts, and those that would give one away,"
                    + " are null")
    AwarenessEffectResource effect(CurrentStaff staff) {
        return new AwarenessEffectResource(desk.effect(staff));
    }

    private AwarenessResource resource(Stored<Session> stored) {
        return AwarenessResource.of(stored, desk.begun(stored.content()).orElse(null));
    }

    private ResponseEntity<AwarenessResource> answer(HttpStatus status, SessionChange change) {
        return switch (change) {
            case SessionChange.Done done -> answer(status, done.stored());
            case SessionChange.Overtaken overtaken -> throw new ProblemException(Problem.CHANGED);
            case SessionChange.Refused refused -> throw new ProblemException(problem(refused.why()));
        };
    }

    private ResponseEntity<AwarenessResource> answer(HttpStatus status, Stored<Session> stored) {
        return ResponseEntity.status(status)
                .eTag(new EntityTag(stored.edition()).header())
                .body(resource(stored));
    }

    static Problem problem(SessionChange.Why why) {
        return switch (why) {
            case MISSING -> Problem.NOT_FOUND;
            case NOT_ALLOWED -> Problem.NOT_ALLOWED;
            case WRONG_STATE, KEY_REUSED, FULL -> Problem.CONFLICT;
            case UNKNOWN_STAFF, NUMBERS, DATE -> Problem.UNREADABLE;
            case TOO_LONG -> Problem.TOO_LARGE;
        };
    }

    private static Session.Outcome outcome(AwarenessResource.AwarenessOutcomeForm form) {
        List<AwarenessResource.CountForm> counts = form.attendance() == null ? List.of() : form.attendance();
        List<AwarenessResource.MaterialForm> given = form.material() == null ? List.of() : form.material();
        if (counts.size() > MOST_GROUPS || given.size() > MOST_GROUPS) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        AwarenessResource.FeedbackForm said = form.feedback();
        try {
            return new Session.Outcome(
                    counts.stream()
                            .map(count -> new Session.Count(count.sex(), count.age(), count.people()))
                            .toList(),
                    given.stream()
                            .map(one -> new Session.Given(one.material(), one.pieces()))
                            .toList(),
                    said == null
                            ? Session.Feedback.NONE
                            : new Session.Feedback(said.helped(), said.helpedNot(), said.safe(), said.safeNot()),
                    form.words() == null ? "" : form.words().strip());
        } catch (NullPointerException missing) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }

    private static StaffId staffId(@Nullable String sent) {
        if (sent == null || !sent.matches("[0-9a-f]{32}")) {
            throw new ProblemException(Problem.UNREADABLE);
        }
        return new StaffId(sent);
    }

    static <E extends Enum<E>> E one(Class<E> type, @Nullable String sent) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(sent)) {
                return one;
            }
        }
        throw new ProblemException(Problem.UNREADABLE);
    }
}
