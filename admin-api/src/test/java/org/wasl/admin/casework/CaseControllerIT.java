package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.wasl.admin.DeskRig;
import org.wasl.admin.Staffing;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.AskedAmount;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;

/** Queue and cases over HTTP: names, tags and preconditions. */
class CaseControllerIT {
    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final MockMvc http = MockMvcBuilders.standaloneSetup(node.getBean(CaseController.class))
            .setCustomArgumentResolvers(new AsLayla())
            .setControllerAdvice(new Statuses())
            .build();
    private String path = "";

    @BeforeEach
    void anOpenCase() {
        rig.staff.onDuty(Staffing.LAYLA);
        FiledReport filed = aFiledReport().judged(Level.L1_IMMEDIATE).build();
        node.getBean(CaseIntake.class).receive(filed, "digest");
        path = "/api/cases/"
                + node.getBean(CaseBook.class).caseOf(filed.id()).orElseThrow().value();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void showsTheQueueInSnakeCase() throws Exception {
        http.perform(get("/api/queue"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].level").value("L1"))
                .andExpect(jsonPath("$.items[0].acknowledge_by").exists())
                .andExpect(jsonPath("$.by_level.L1").value(1));
    }

    @Test
    void showsWhereTheThreatsComeFromAndWhatMayBeAskedNext() throws Exception {
        FiledReport filed = aFiledReport()
                .with(Fact.chosen(FactKey.CATEGORY_CHOSEN, Truth.YES, "BLK"))
                .pointingAt(new DigitalEvidence(
                        List.of(new AccusedHandle(AccusedHandle.Kind.PHONE, Platform.WHATSAPP, "+9647701234567")),
                        new AskedAmount(500, AskedAmount.Currency.DOLLAR)))
                .build();
        node.getBean(CaseIntake.class).receive(filed, "with-evidence");
        String number =
                node.getBean(CaseBook.class).caseOf(filed.id()).orElseThrow().value();

        http.perform(get("/api/cases/" + number))
                .andExpect(jsonPath("$.reports[0].handles[0].value").value("+9647701234567"))
                .andExpect(jsonPath("$.reports[0].handles[0].kind").value("PHONE"))
                .andExpect(jsonPath("$.reports[0].handles[0].platform").value("WHATSAPP"))
                .andExpect(jsonPath("$.reports[0].amount.value").value(500))
                .andExpect(jsonPath("$.reports[0].ask_next").isNotEmpty());
    }

    @Test
    void tellsTheEditionAndAsksForItOnAChange() throws Exception {
        http.perform(get(path)).andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\""));
        http.perform(post(path + "/acknowledgement")).andExpect(status().isPreconditionRequired());
        http.perform(post(path + "/acknowledgement").header("If-Match", "\"7\""))
                .andExpect(status().isPreconditionFailed());
        http.perform(post(path + "/acknowledgement").header("If-Match", "\"1\""))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.status").value("ACKED"));
        http.perform(post(path + "/acknowledgement").header("If-Match", "\"1\""))
                .andExpect(status().isPreconditionFailed());
    }

    @Test
    void saysNothingOfMarksCapsulesOrKeys() throws Exception {
        String body = http.perform(get(path)).andReturn().getResponse().getContentAsString();
        assertThat(body).doesNotContain("5".repeat(64), "\"mark\"", "\"capsule\"", "reply_key", "sealed");
    }

    @Test
    void answersNonsenseWithAStatusAndNothingElse() throws Exception {
        http.perform(get("/api/cases/nonsense")).andExpect(status().isNotFound());
        http.perform(get("/api/queue?level=L9")).andExpect(status().isBadRequest());
        http.perform(get("/api/queue?limit=100000")).andExpect(status().isBadRequest());
        http.perform(put(path + "/status")
                        .header("If-Match", "\"1\"")
                        .contentType("application/json")
                        .content("{\"status\":\"GONE\"}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void addsOneNoteForOneKeyAndAsksForAKey() throws Exception {
        var note = post(path + "/notes").contentType("application/json").content("{\"text\":\"called back\"}");
        http.perform(note).andExpect(status().isBadRequest());
        note.header("Idempotency-Key", "k1");
        http.perform(note).andExpect(status().isOk()).andExpect(header().string("ETag", "\"2\""));
        http.perform(note).andExpect(status().isOk()).andExpect(header().string("ETag", "\"2\""));
        http.perform(post(path + "/notes")
                        .header("Idempotency-Key", "k1")
                        .contentType("application/json")
                        .content("{\"text\":\"something else\"}"))
                .andExpect(status().isConflict());
        http.perform(post(path + "/notes")
                        .header("Idempotency-Key", "k".repeat(101))
                        .contentType("application/json")
                        .content("{\"text\":\"x\"}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void refusesEmptyAndOversizedPages() throws Exception {
        for (String limit : java.util.List.of("0", "-1", "201", "2147483647")) {
            http.perform(get("/api/queue").param("limit", limit)).andExpect(status().isBadRequest());
        }
        http.perform(get("/api/queue").param("limit", "200")).andExpect(status().isOk());
    }

    private final class AsLayla implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(CurrentStaff.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return rig.staff.as(Staffing.LAYLA);
        }
    }

    @RestControllerAdvice
    static class Statuses {
        @ExceptionHandler
        ResponseEntity<Void> of(ProblemException problem) {
            HttpStatus status = problem.problem().status();
            return ResponseEntity.status(status).build();
        }
    }
}
