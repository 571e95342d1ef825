package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.FiledReports;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Tombstone;
import org.wasl.admin.console.Browser;
import org.wasl.admin.console.ConsoleNode;
import org.wasl.admin.console.SampleCases;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Level;
import org.wasl.triage.seal.CaseSealer;

/** A case every feature kept something of is erased, and then the whole store is read for it, seals opened. */
class NothingLeftIT {
    /** Said out loud in operations.md: that it was there, that it is gone, and who did what about it. */
    private static final Set<String> MAY_KNOW =
            Set.of("erased_cases", "audit-entries", "retention_lists", "retention_requests");

    private static final ConsoleNode NODE = ConsoleNode.start(
            "wasl.officer.demonstration=true", "wasl.statistics.follow=50ms", "wasl.store.follow=50ms");

    private final SampleCases cases = new SampleCases(NODE);
    private final CaseBook book = NODE.bean(CaseBook.class);
    private final MongoTemplate store = NODE.bean(MongoTemplate.class);
    private final StoreSearch search = new StoreSearch(store, NODE.bean(CaseSealer.class));
    private final Browser operator = new Browser(NODE).as("operator");
    private final Browser supervisor = new Browser(NODE).as("supervisor");

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void nothingOfAnErasedCaseIsLeftButThatItWasThereAndWhatIsPlantedAfterwardsIsFound() {
        CaseNumber number = cases.file(threatened("He wants money by tonight", "a"));
        CaseNumber other = cases.file(threatened("The same account writes to me", "b"));
        everythingKeptOf(number);
        await(() -> find(number).containsKey("objects"));
        List<String> reports = book.read(number).orElseThrow().reports().stream()
                .map(report -> report.id().value())
                .toList();
        Map<String, Set<String>> before = find(number);
        assertThat(before)
                .containsKeys(
                        "case_keys",
                        "cases",
                        "open_cases",
                        "intake",
                        "accused",
                        "objects",
                        "object_keys",
                        "object_days",
                        "readings",
                        "staff-glass",
                        "retention_holds",
                        "drills");
        assertThat(before.get("cases")).as("what is bound to it says so").contains(other.value());

        erase(number);

        assertThat(find(number).keySet()).isSubsetOf(MAY_KNOW);
        assertThat(find(number).get("erased_cases")).containsExactly(number.value());
        assertThat(search.find(reports).keySet()).isSubsetOf("intake", "erased");
        reports.forEach(
                id -> assertThat(store.findById(id, Document.class, "intake")).containsOnlyKeys("_id"));
        assertThat(book.read(other).orElseThrow().status().open()).isTrue();

        store.insert(new Document("_id", "x").append("about", number.value()), "notes-of-somebody");
        assertThat(find(number).keySet()).contains("notes-of-somebody");
        store.getCollection("notes-of-somebody").drop();
        store.insert(
                new Document("_id", "x").append("c", new Binary(new byte[40])).append("w", new Binary(new byte[40])),
                "vault");
        assertThatThrownBy(() -> find(number)).hasMessageContaining("vault");
        store.getCollection("vault").drop();
        everyWrappedKeyIsRenewed();
    }

    /** What renewing the wrapping key would leave out could not be read any more afterwards. */
    private void everyWrappedKeyIsRenewed() {
        long wrapped = 0;
        for (String collection : store.getDb().listCollectionNames()) {
            for (Document one : store.getCollection(collection).find()) {
                wrapped += one.get("w") instanceof Binary || one.get("key") instanceof Binary ? 1 : 0;
            }
        }
        CaseSealer sealer = NODE.bean(CaseSealer.class);
        assertThat(new WrappedKeys(store).count(sealer, sealer))
                .isEqualTo(new WrappedKeys.Count((int) wrapped, Map.of(), Map.of()));
    }

    private void everythingKeptOf(CaseNumber number) {
        String path = "/api/cases/" + number;
        assertThat(operator.getJson(path).statusCode()).isEqualTo(200);
        sent(supervisor, "POST", "/api/break-glass", "{\"number\":\"" + number + "\",\"reason\":\"PERSON_WAITS\"}");
        sent(
                supervisor,
                "POST",
                "/api/retention/holds",
                "{\"number\":\"" + number + "\",\"reason\":\"A court may ask.\",\"review\":\""
                        + LocalDate.ofInstant(Instant.now(), RetentionPlan.BAGHDAD)
                                .plusDays(9) + "\"}");
        // As a drill of this case would be kept.
        store.insert(new Document("_id", "0".repeat(32)).append("case", number.value()), "drills");
    }

    private void sent(Browser who, String method, String path, String body) {
        HttpResponse<String> answer = who.send(HttpRequest.newBuilder(who.uri(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", who.formToken("/account"))
                .header("Idempotency-Key", "once")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 204);
    }

    private void erase(CaseNumber number) {
        Case held = book.read(number).orElseThrow();
        assertThat(NODE.bean(MailboxDesk.class).erase(held, Tombstone.ASKED, AuditEntry.SYSTEM))
                .isTrue();
        // What was being worked on while it went is put right by the next round of its feature.
        await(() -> MAY_KNOW.containsAll(find(number).keySet()));
    }

    private Map<String, Set<String>> find(CaseNumber number) {
        List<String> words =
                new ArrayList<>(List.of(number.value(), number.value().replace("-", "")));
        return search.find(words);
    }

    private static FiledReports threatened(String words, String mark) {
        return aFiledReport()
                .saying(words)
                .in("en")
                .about(Category.BLK)
                .judged(Level.L3_URGENT)
                .foundBy(new Mark(mark.repeat(64)))
                .pointingAt(new DigitalEvidence(
                        List.of(new AccusedHandle(AccusedHandle.Kind.ACCOUNT, Platform.INSTAGRAM, "demo.account_9")),
                        null));
    }

    private static void await(BooleanSupplier there) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!there.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
