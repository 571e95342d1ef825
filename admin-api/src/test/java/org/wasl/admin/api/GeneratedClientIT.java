package org.wasl.admin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.HttpCookie;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.wasl.admin.console.Browser;
import org.wasl.admin.console.ConsoleNode;
import org.wasl.admin.console.SampleCases;
import org.wasl.client.ApiClient;
import org.wasl.client.CasesApi;
import org.wasl.client.RepliesApi;
import org.wasl.client.model.CaseResource;
import org.wasl.client.model.ClosureForm;
import org.wasl.client.model.LevelForm;
import org.wasl.client.model.LevelResource;
import org.wasl.client.model.NoteForm;
import org.wasl.client.model.ProtectiveStepForm;
import org.wasl.client.model.QueueResource;
import org.wasl.client.model.ReplyForm;
import org.wasl.client.model.StatusForm;

/** A case from the queue to its closure, with nothing but the client made from the published description. */
class GeneratedClientIT {
    private static ConsoleNode node;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(OpenApiIT.SETTINGS);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void worksACaseFromTheQueueToItsClosure() {
        String number = new SampleCases(node).arabic().value();
        ApiClient client = signedIn("supervisor");
        CasesApi cases = new CasesApi(client);

        QueueResource queue = cases.readQueue(List.of("L1", "L2", "L3"), null, null, null, null, 25);
        assertThat(queue.getItems()).anyMatch(row -> row.getNumber().equals(number));

        ResponseEntity<CaseResource> read = cases.readCaseWithHttpInfo(number);
        CaseResource held = cases.claimCase(number, etag(read));
        assertThat(held.getStatus()).isEqualTo(CaseResource.StatusEnum.ACKED);

        held = cases.addNote(number, key(), new NoteForm().text("Looked at it."));
        var reply = new RepliesApi(client)
                .writeReply(number, tag(held), key(), new ReplyForm().text("We have read what was written."));
        assertThat(reply.getReplyId()).isNotBlank();

        held = cases.readCase(number);
        held = cases.setLevel(
                number, tag(held), new LevelForm().level(LevelForm.LevelEnum.L2).reason("He left."));
        assertThat(held.getLevel()).isEqualTo(CaseResource.LevelEnum.L1);
        assertThat(held.getLevels().getLoweringTo()).isEqualTo(LevelResource.LoweringToEnum.L2);
        held = cases.recordProtectiveStep(
                number,
                tag(held),
                new ProtectiveStepForm()
                        .step(ProtectiveStepForm.StepEnum.PATROL_TOOK_OVER)
                        .unit("Car 12")
                        .done(OffsetDateTime.now(ZoneOffset.UTC)),
                key());
        assertThat(held.getProtectiveStep().getUnit()).isEqualTo("Car 12");
        assertThat(held.getActBy()).isNull();
        held = cases.moveCase(number, tag(held), new StatusForm().status(StatusForm.StatusEnum.IN_PROGRESS));
        held = cases.closeCase(
                number,
                tag(held),
                new ClosureForm()
                        .disposition(ClosureForm.DispositionEnum.SERVICE_DELIVERED)
                        .reason("The account is secured."),
                key());
        assertThat(held.getStatus()).isEqualTo(CaseResource.StatusEnum.CLOSED);
    }

    @Test
    void isToldWhatWasWrong() {
        CasesApi cases = new CasesApi(signedIn("supervisor"));
        String number = new SampleCases(node).sorani().value();
        assertRefused(() -> cases.claimCase(number, "\"999\""), 412, "changed");
    }

    @Test
    void isToldThatNobodyCanBeWrittenToAnyMore() {
        ApiClient client = signedIn("supervisor");
        CasesApi cases = new CasesApi(client);
        String number = new SampleCases(node).badini().value();
        CaseResource held = cases.claimCase(number, tag(cases.readCase(number)));
        held = cases.moveCase(number, tag(held), new StatusForm().status(StatusForm.StatusEnum.IN_PROGRESS));
        String closed = tag(cases.closeCase(
                number,
                tag(held),
                new ClosureForm()
                        .disposition(ClosureForm.DispositionEnum.SERVICE_DELIVERED)
                        .reason("The account is secured."),
                key()));
        assertRefused(
                () -> new RepliesApi(client).writeReply(number, closed, key(), new ReplyForm().text("One more word.")),
                409,
                "unreachable");
    }

    private static void assertRefused(ThrowingCallable call, int status, String problem) {
        assertThatExceptionOfType(HttpClientErrorException.class)
                .isThrownBy(call)
                .satisfies(refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(status));
                    assertThat(refused.getResponseBodyAsString()).contains("\"urn:wasl:problem:" + problem + "\"");
                });
    }

    private static ApiClient signedIn(String role) {
        Browser browser = new Browser(node).as(role);
        String token = browser.formToken("/account");
        String cookies = browser.cookies().getCookieStore().getCookies().stream()
                .map(GeneratedClientIT::pair)
                .collect(Collectors.joining("; "));
        return new ApiClient()
                .setBasePath("http://127.0.0.1:" + node.port())
                .addDefaultHeader("Cookie", cookies)
                .addDefaultHeader("X-CSRF-TOKEN", token);
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String tag(CaseResource held) {
        return "\"" + held.getEdition() + "\"";
    }

    private static String etag(ResponseEntity<CaseResource> answer) {
        return String.valueOf(answer.getHeaders().getETag());
    }
}
