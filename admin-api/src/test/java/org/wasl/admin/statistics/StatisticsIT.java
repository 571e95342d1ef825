package org.wasl.admin.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumbers;
import org.wasl.admin.console.ConsoleNode;
import org.wasl.admin.console.SampleCases;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Scope;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Left;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Said;
import org.wasl.triage.intake.IntakeEntry.ConversationsCounted.Tap;
import org.wasl.triage.intake.Stage;

/** Counts on a running node: they follow the cases, reconcile with them, and are told to whom they may be. */
class StatisticsIT {
    private static final Quarter QUARTER = new Quarter(2026, 3);

    private static ConsoleNode node;
    private static SampleCases samples;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start("wasl.officer.demonstration=true");
        samples = new SampleCases(node);
        node.bean(CountStore.class)
                .release(Release.of(
                        QUARTER,
                        LocalDate.of(2026, 10, 9),
                        new CodedCases(3).counted(QUARTER, 700),
                        StatisticsSettings.DEFAULTS));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void countsFollowTheCasesReconcileWithThemAndOutliveThem() {
        samples.arabic();
        samples.sorani();
        CaseCounts counts = node.bean(CaseCounts.class);
        CountBook book = node.bean(CountBook.class);
        counts.compare();
        counts.follow();

        assertThat(book.numbers())
                .containsExactlyInAnyOrderElementsOf(
                        node.bean(CaseNumbers.class).all());
        assertThat(counts.rebuild())
                .isEqualTo(new CaseCounts.Rebuilt(book.numbers().size(), 0, 0));
        CaseCoder coder = new CaseCoder(
                node.bean(org.wasl.admin.casework.CaseworkSettings.class)::clock,
                id -> java.util.Optional.<Gender>empty());
        book.numbers()
                .forEach(number -> assertThat(book.find(number))
                        .isEqualTo(coder.code(
                                node.bean(CaseBook.class).read(number).orElseThrow(), Instant.now())));

        // A count that was lost, and one of a case that is gone.
        node.bean(CountStore.class).remove(book.numbers().getFirst().value());
        book.put(CodedCases.number(77), new CodedCases(5).one(QUARTER, QUARTER));
        book.put(CodedCases.number(78), new CodedCases(5).one(Quarter.of(Instant.now()), null));
        int all = book.live().size();
        assertThat(counts.rebuild().mended()).isEqualTo(1);
        assertThat(book.numbers()).doesNotContain(CodedCases.number(78));
        assertThat(book.live()).hasSize(all + 1);
    }

    @Test
    void comparesSomeCasesAtATimeAndSaysWhenItIsThrough() {
        samples.arabic();
        samples.sorani();
        StatisticsSettings one = settingsComparing(1);
        Clock clock = Clock.systemUTC();
        CountBook book = new CountBook(new FakeCounts(), one, new SecureRandom(), clock);
        CaseCounts counts = new CaseCounts(
                node.bean(CaseBook.class),
                node.bean(CaseNumbers.class),
                new CaseCoder(
                        node.bean(org.wasl.admin.casework.CaseworkSettings.class)::clock,
                        id -> java.util.Optional.<Gender>empty()),
                book,
                one,
                clock);
        int open = node.bean(CaseBook.class).hot().size();
        assertThat(counts.compared()).isFalse();

        counts.compare();
        counts.follow();
        assertThat(book.numbers()).hasSize(1);
        assertThat(counts.compared()).isFalse();

        for (int i = 1; i < open; i++) {
            counts.compare();
            counts.follow();
        }
        assertThat(book.numbers()).hasSize(open).hasSizeGreaterThan(1);
        assertThat(counts.compared()).isTrue();
    }

    private static StatisticsSettings settingsComparing(int most) {
        StatisticsSettings usual = StatisticsSettings.DEFAULTS;
        return new StatisticsSettings(
                usual.threshold(),
                usual.settle(),
                usual.leastTimes(),
                usual.follow(),
                usual.sweep(),
                most,
                usual.gone(),
                usual.mostLive(),
                usual.mostRuns(),
                usual.mostLogged());
    }

    @Test
    void conversationsThatWereLeftAreCountedOnceHoweverOftenANodeTells() throws Exception {
        YearMonth month = YearMonth.from(Instant.now().atZone(Scope.ZONE));
        ConversationsCounted counted = new ConversationsCounted(
                month,
                "00ff00ff00ff00ff",
                Map.of(new Left(Stage.STORY, "ckb", "web"), 8),
                Map.of(new Said(Tap.YES, Tap.NONE, "ckb"), 6));
        node.bean(ChatIntake.class).counted(counted);
        node.bean(ChatIntake.class).counted(counted);

        String running = new Reader("analyst").get("/api/statistics/running").body();
        assertThat(running)
                .contains(
                        "{\"dimension\":\"STAGE\",\"value\":\"STORY\",\"figure\":{\"kind\":\"AT_LEAST\",\"count\":5}}")
                .contains("{\"dimension\":\"HELPED\",\"value\":\"YES\",\"figure\":{\"kind\":\"AT_LEAST\",\"count\":5}}")
                .contains(
                        "{\"dimension\":\"FELT_SAFE\",\"value\":\"YES\",\"figure\":{\"kind\":\"WITHHELD\",\"count\":null}}");
        assertThat(new Reader("analyst", "en").get("/statistics").body()).contains("Left at", "Did it help");
        assertThat(new Reader("analyst", "en")
                        .get("/api/statistics/periods/2026-Q3/cells?population=LEFT&by=STAGE,LANGUAGE")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Reader("analyst", "en")
                        .get("/api/statistics/periods/2026-Q3/cells?population=LEFT&by=STAGE,LANGUAGE,CHANNEL")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Reader("auditor").get("/api/statistics/queries").body())
                .contains("2026-Q3 LEFT STAGE*LANGUAGE*CHANNEL");
    }

    @Test
    void anAnalystSeesCountsAndNoCase() throws Exception {
        Reader analyst = new Reader("analyst");
        assertThat(analyst.get("/api/statistics/periods").statusCode()).isEqualTo(200);
        assertThat(analyst.get("/statistics/2026-Q3").statusCode()).isEqualTo(200);
        assertThat(analyst.get("/api/queue").statusCode()).isEqualTo(403);
        assertThat(analyst.get("/api/cases/" + samples.english().value()).statusCode())
                .isEqualTo(403);
        assertThat(analyst.get("/statistics/queries").statusCode()).isEqualTo(403);
        assertThat(new Reader("officer").get("/statistics").statusCode()).isEqualTo(403);
    }

    @Test
    void aCrossThatIsNotTheOnesToldIsRefusedAndStandsInTheLog() throws Exception {
        Reader auditor = new Reader("auditor");
        String cells = "/api/statistics/periods/2026-Q3/cells?by=";
        assertThat(auditor.get(cells + "CATEGORY,GOVERNORATE").statusCode()).isEqualTo(200);
        for (String refused : Set.of("CATEGORY,GOVERNORATE,AGE", "LEVEL,CATEGORY,SEX,AGE", "LEVEL,LEVEL")) {
            assertThat(auditor.get(cells + refused).statusCode()).isEqualTo(403);
        }
        for (String wrong : Set.of("DISTRICT", "LEVEL&limit=0", "LEVEL&after=x", "LEVEL&population=CITIZENS")) {
            assertThat(auditor.get(cells + wrong).statusCode()).isEqualTo(400);
        }
        assertThat(auditor.get("/api/statistics/periods/2031-Q1/indicators").statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/api/statistics/queries").body())
                .contains("2026-Q3 CASES CATEGORY*GOVERNORATE*AGE", "\"answered\":false")
                .doesNotContain("DISTRICT");
        assertThat(auditor.get("/statistics/queries").body()).contains("2026-Q3 CASES CATEGORY*GOVERNORATE*AGE");
    }

    @Test
    void pagesShowWhatTheApiTellsInFourLanguages() throws Exception {
        Release release = node.bean(CountBook.class).release(QUARTER).orElseThrow();
        String total = release.total(Population.CASES).text();
        for (String language : List.of("ar", "ckb", "kmr", "en")) {
            Reader auditor = new Reader("auditor", language);
            assertThat(auditor.get("/statistics").body())
                    .contains("2026-Q3", "<svg")
                    .doesNotContain("style=");
            assertThat(auditor.get("/statistics/2026-Q3").body())
                    .contains(total, "url(#hatch)")
                    .doesNotContain("style=", "??");
            assertThat(auditor.get("/statistics/2026-Q3/table?by=CASES:CATEGORY,SEX,AGE")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theFilesAreTakenOutInOneLanguageEachAndThePdfHoldsTheSameNumbers() throws Exception {
        Reader auditor = new Reader("auditor", "en");
        HttpResponse<byte[]> pdf = auditor.bytes("/statistics/2026-Q3/file?format=pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"wasl-2026-Q3-en.pdf\"");
        Words words = ReportFilesTest.words(org.wasl.admin.web.ConsoleLanguage.ENGLISH);
        Told told = node.bean(CountBook.class).release(QUARTER).orElseThrow();
        ReportDocument report =
                ReportDocument.of(told, node.bean(StatisticsDesk.class).indicators(told), words);
        try (var document = Loader.loadPDF(pdf.body())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            for (ReportDocument.Table table :
                    report.tables().subList(1, report.tables().size())) {
                for (List<String> row : table.rows()) {
                    assertThat(text).as(table.title()).contains(String.join(" ", row.subList(1, row.size())));
                }
            }
        }
        assertThat(auditor.bytes("/api/statistics/periods/2026-Q3/report?format=xlsx&language=ckb")
                        .statusCode())
                .isEqualTo(200);
        assertThat(auditor.get("/api/statistics/periods/2026-Q3/report?format=exe")
                        .statusCode())
                .isEqualTo(400);
    }

    private static final class Reader {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String language;

        private Reader(String seat) throws IOException, InterruptedException {
            this(seat, "en");
        }

        private Reader(String seat, String language) throws IOException, InterruptedException {
            this.language = language;
            String page = get("/demonstration/sign-in/" + seat).body();
            String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            client.send(
                    HttpRequest.newBuilder(address("/demonstration/sign-in/" + seat))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                                    + java.net.URLEncoder.encode(token, java.nio.charset.StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
            return client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
        }

        private HttpRequest request(String path) {
            return HttpRequest.newBuilder(address(path))
                    .header("Accept-Language", language)
                    .GET()
                    .build();
        }

        private static URI address(String path) {
            return URI.create("http://127.0.0.1:" + node.port() + path);
        }
    }
}
