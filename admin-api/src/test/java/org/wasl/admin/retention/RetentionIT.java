package org.wasl.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.DeskRig;
import org.wasl.admin.FiledReports;
import org.wasl.admin.Staffing;
import org.wasl.admin.audit.Act;
import org.wasl.admin.audit.AuditEntry;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.casework.Case;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseChange;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Handling.Disposition;
import org.wasl.admin.casework.OrphanWalk;
import org.wasl.admin.casework.Orphans;
import org.wasl.admin.casework.Upkeep;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Role;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.web.ProblemException;
import org.wasl.triage.evidence.AccusedHandle;
import org.wasl.triage.evidence.DigitalEvidence;
import org.wasl.triage.evidence.Platform;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Level;
import tools.jackson.databind.json.JsonMapper;

/** Closed cases from their shelf to the record that they are gone, and whatever stands in the way. */
class RetentionIT {
    private static final Period STANDARD = Period.ofYears(1);
    private static final List<String> STORE = List.of(
            "case_keys",
            "cases",
            "open_cases",
            "mailboxes",
            "accused",
            "intake",
            "attachment_chunks",
            "attachment_withheld");

    private final DeskRig rig = new DeskRig();
    private final ApplicationContext node = rig.node("desk-1");
    private final CaseDesk desk = node.getBean(CaseDesk.class);
    private final CaseBook book = node.getBean(CaseBook.class);
    private final ListDesk lists = node.getBean(ListDesk.class);
    private final HoldDesk holds = node.getBean(HoldDesk.class);
    private final RequestDesk requests = node.getBean(RequestDesk.class);
    private final ProofDesk proofs = node.getBean(ProofDesk.class);
    private final Destroyer destroyer = node.getBean(Destroyer.class);
    private final CurrentStaff salma = rig.staff.as(Staffing.SALMA);
    private final CurrentStaff nidal = rig.staff.as(Staffing.NIDAL);
    private final CurrentStaff layla = rig.staff.as(Staffing.LAYLA);
    private final MailboxKeys mailbox = DeskRig.aMailbox();
    private final FiledReports told = aFiledReport()
            .judged(Level.L4_STANDARD)
            .withoutCapsule()
            .reachedAt(mailbox.address())
            .pointingAt(new DigitalEvidence(
                    List.of(new AccusedHandle(AccusedHandle.Kind.ACCOUNT, Platform.INSTAGRAM, "demo.account_7")),
                    null));

    @BeforeEach
    void onDuty() {
        rig.staff.onDuty(Staffing.SALMA, Staffing.NIDAL, Staffing.LAYLA);
        rig.store.recorder().walks(STORE.toArray(String[]::new));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aClosedCaseGoesWhenItsDayHasComeAndTwoPeopleAgreeAndNothingOfItIsLeft() {
        CaseNumber number = closed(told);
        String id = told.build().id().value();

        rig.clock.pass(Duration.ofDays(364));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        rig.clock.pass(Duration.ofDays(2));
        lists.propose();
        lists.propose();

        ListDesk.Held list = only();
        assertThat(list.list().items())
                .extracting(Item::number, Item::of)
                .containsExactly(org.assertj.core.api.Assertions.tuple(number.value(), RetentionClass.STANDARD));
        assertThat(settle(layla, true)).isEqualTo(Answer.NOT_ALLOWED);
        assertThat(settle(salma, true)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(settle(salma, true)).isEqualTo(Answer.NEEDS_ANOTHER_PERSON);
        destroyer.work();
        assertThat(book.read(number)).isPresent();
        assertThat(lists.settle(nidal, list.list().id(), true, "", list.version()))
                .isEqualTo(Answer.CHANGED);
        assertThat(settle(nidal, true)).isEqualTo(Answer.DONE);
        destroyer.work();

        assertThat(book.read(number)).isEmpty();
        for (String collection : List.of("case_keys", "cases", "open_cases", "mailboxes", "accused", "erasing")) {
            assertThat(count(collection)).as(collection).isZero();
        }
        assertThat(stored("intake", id)).containsOnlyKeys("_id");
        assertThat(stored("erased_cases", number.value())).containsOnlyKeys("_id", "day", "k", "cause");
        assertThat(count("retention_shelves")).isZero();
        assertThat(rig.notices())
                .anyMatch(notice -> notice.getClass().getSimpleName().equals("Erased"));
        DestructionRecord record = Objects.requireNonNull(only().list().record());
        assertThat(record.classes()).containsExactly(Map.entry(RetentionClass.STANDARD, 1));
        assertThat(record.gone()).isEqualTo(new DestructionRecord.Gone(1, 1, 0, 1));
        assertThat(record.by()).containsExactly(Staffing.SALMA.value(), Staffing.NIDAL.value());
        assertThat(record.orphans().none()).isTrue();
        assertThat(record.destroyed().getFirst().key()).matches("[0-9a-f]{32}");
        assertThat(rig.trail.entries())
                .filteredOn(entry -> entry.act() == Act.DESTRUCTION_RECORDED)
                .extracting(AuditEntry::digest)
                .containsExactly(RecordSeal.digest(record));
        assertThat(rig.trail.entries())
                .anyMatch(entry -> entry.act() == Act.DESTRUCTION_AGREED
                        && entry.outcome() == AuditEntry.Outcome.REFUSED
                        && entry.actor().equals(Staffing.LAYLA.value()));
        assertThat(proofs.verify(salma, only().list().id()).orElseThrow().holds())
                .isTrue();
    }

    @Test
    void aBackupPutBackIsFoundByTheProofAndByTheWalkAndDoesNotOpenWithoutItsKey() {
        CaseNumber number = closed(told);
        Document document = stored("cases", number.value());
        Document key = stored("case_keys", number.value());
        destroyAll();
        String list = only().list().id();

        rig.store.template().insert(document, "cases");
        assertThat(book.read(number)).isEmpty();
        assertThat(kinds(list)).containsExactly(Proof.Kind.CAME_BACK);
        assertThat(walk().found()).containsEntry(Orphans.Kind.DOCUMENT_WITHOUT_KEY, 1);
        rig.store.template().insert(key, "case_keys");
        assertThat(kinds(list)).containsExactly(Proof.Kind.OPENS);

        DestructionRecord record = Objects.requireNonNull(only().list().record());
        RecordSeal seal = node.getBean(RecordSeal.class);
        assertThat(seal.holds(record)).isTrue();
        TreeMap<RetentionClass, Integer> more = new TreeMap<>(Map.of(RetentionClass.STANDARD, 2));
        assertThat(seal.holds(new DestructionRecord(
                        1,
                        record.list(),
                        record.proposed(),
                        record.by(),
                        record.finished(),
                        record.destroyed(),
                        more,
                        record.spared(),
                        record.gone(),
                        record.orphans(),
                        record.seal())))
                .isFalse();
    }

    @Test
    void aRecordKeptElsewhereIsCheckedWithoutAnyKeyOfACase(@TempDir Path folder) throws IOException {
        CaseNumber number = closed(told);
        Document document = stored("cases", number.value());
        destroyAll();
        DestructionRecord made = Objects.requireNonNull(only().list().record());
        JsonMapper json = JsonMapper.builder().build();
        Path file = folder.resolve("record.json");
        AuditKey key = node.getBean(AuditKey.class);
        Files.writeString(file, json.writeValueAsString(RetentionView.DestructionRecordResource.of(made, salma)));
        assertThat(RecordCheck.check(file, key, rig.store.template()))
                .isEqualTo(new RecordCheck.Checked(true, 1, List.of()));

        rig.store.template().insert(document, "cases");
        assertThat(RecordCheck.check(file, key, rig.store.template()).back()).containsExactly(number + ": cases");
        Files.writeString(file, Files.readString(file).replace("STANDARD=1", "STANDARD=2"));
        assertThat(RecordCheck.check(file, key, null).sealed()).isFalse();
        rig.staff.as(Staffing.NIDAL, Role.COORDINATOR);
        Files.writeString(
                file,
                json.writeValueAsString(
                        RetentionView.DestructionRecordResource.of(made, rig.staff.as(Staffing.NIDAL))));
        assertThatThrownBy(() -> RecordCheck.check(file, key, null)).hasMessageContaining("statement");
    }

    @Test
    void whatIsLeftOverIsFoundWhateverItIs() {
        closed(told);
        assertThat(walk().none()).isTrue();
        String nobody = "1000-0000-" + check("10000000");
        Map<String, Document> planted = Map.of(
                "case_keys", new Document("_id", nobody).append("w", new byte[] {1}),
                "mailboxes", new Document("_id", "box").append("case", "2000-0000-" + check("20000000")),
                "intake", new Document("_id", "in").append("case", "2000-0000-" + check("20000000")),
                "accused",
                        new Document("_id", "index")
                                .append("v", 1L)
                                .append("r", List.of(new Document("c", "2000-0000-" + check("20000000")))),
                "attachment_chunks", new Document("_id", "blob:0"),
                "attachment_withheld", new Document("_id", "picture").append("report", "0".repeat(32)));
        planted.forEach((collection, one) -> rig.store.template().insert(one, collection));

        assertThat(walk().found())
                .containsOnlyKeys(
                        Orphans.Kind.KEY_WITHOUT_DOCUMENT,
                        Orphans.Kind.MAILBOX_WITHOUT_CASE,
                        Orphans.Kind.REPORT_WITHOUT_CASE,
                        Orphans.Kind.INDEX_WITHOUT_CASE,
                        Orphans.Kind.ATTACHMENT_WITHOUT_CASE,
                        Orphans.Kind.WITHHELD_WITHOUT_CASE);
    }

    @Test
    void aHoldTakesTwoPeopleStopsDestructionAndErasureAndNothingElseUntilTwoLiftIt() {
        CaseNumber number = closed(told);
        LocalDate review =
                LocalDate.ofInstant(rig.clock.instant(), RetentionPlan.BAGHDAD).plusDays(90);
        assertThat(holds.ask(layla, number, "a court asks", review)).isEqualTo(Answer.NOT_ALLOWED);
        assertThat(holds.ask(salma, number, " ", review)).isEqualTo(Answer.REASON_MISSING);
        assertThat(holds.ask(salma, number, "a court asks", review.minusYears(1)))
                .isEqualTo(Answer.DATE_WRONG);
        assertThat(holds.ask(salma, number, "a court asks", review)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(book.held(number)).isFalse();
        assertThat(holds.settle(salma, number, true, null)).isEqualTo(Answer.NEEDS_ANOTHER_PERSON);
        assertThat(holds.settle(nidal, number, true, null)).isEqualTo(Answer.DONE);
        assertThat(book.held(number)).isTrue();

        rig.clock.pass(Duration.ofDays(400));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        assertThat(erase()).isEqualTo(MailboxDesk.Withdrawal.HELD);
        assertThat(requests.latest(salma, 9))
                .extracting(Outcome::state, Outcome::stays)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Outcome.State.HELD, List.of(Outcome.Stays.CASE_HELD)));
        assertThat(desk.open(salma, number)).isNotNull();
        rig.clock.pass(Duration.ofDays(30));
        assertThat(book.erase(book.read(number).orElseThrow(), "asked", rig.trail))
                .isFalse();

        assertThat(holds.settleLift(nidal, number, true, null)).isEqualTo(Answer.NOTHING_ASKED);
        assertThat(holds.askLift(salma, number, "the court is done", null)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(holds.settleLift(salma, number, true, null)).isEqualTo(Answer.NEEDS_ANOTHER_PERSON);
        assertThat(book.held(number)).isTrue();
        assertThat(holds.settleLift(nidal, number, true, null)).isEqualTo(Answer.DONE);
        assertThat(book.held(number)).isFalse();
        assertThat(rig.trail.acts()).contains(Act.HOLD_ASKED, Act.HOLD_SET, Act.HOLD_LIFT_ASKED, Act.HOLD_LIFTED);
    }

    @Test
    void aHoldSetBetweenTheListAndTheDestructionSparesTheCaseAndAHoldThatComesLaterIsToldSo() {
        CaseNumber spared = closed(told);
        CaseNumber gone = closed(
                aFiledReport().saying("another one").judged(Level.L4_STANDARD).withoutCapsule());
        confirmed();
        hold(spared);
        destroyer.work();

        assertThat(book.read(spared)).isPresent();
        assertThat(book.read(gone)).isEmpty();
        DestructionRecord record = Objects.requireNonNull(only().list().record());
        assertThat(record.spared()).containsExactly(Map.entry("HELD", 1));
        LocalDate review =
                LocalDate.ofInstant(rig.clock.instant(), RetentionPlan.BAGHDAD).plusDays(9);
        assertThat(holds.ask(salma, gone, "late", review)).isEqualTo(Answer.TOO_LATE);
    }

    @Test
    void aNodeKilledInTheMiddleIsFollowedByAnotherAndTwoAtOnceMakeOneRecord() throws InterruptedException {
        CaseNumber first = closed(told);
        CaseNumber second = closed(
                aFiledReport().saying("another one").judged(Level.L4_STANDARD).withoutCapsule());
        confirmed();
        // Everything that is on the chain first cannot be written: the case is begun, and nothing more.
        rig.trail.close(true);
        destroyer.work();
        assertThat(only0().items()).extracting(Item::state).containsOnly(Item.State.BEGUN);
        assertThat(book.read(first)).isPresent();
        rig.trail.close(false);
        // As a kill between two writes leaves it: the key is gone, and nothing else.
        rig.store.template().getCollection("case_keys").deleteOne(new Document("_id", first.value()));

        Destroyer other = rig.node("desk-2").getBean(Destroyer.class);
        Thread also = Thread.ofPlatform().start(other::work);
        destroyer.work();
        also.join();
        destroyer.work();
        other.work();

        assertThat(book.read(first)).isEmpty();
        assertThat(book.read(second)).isEmpty();
        assertThat(count("cases") + count("case_keys") + count("mailboxes") + count("accused"))
                .isZero();
        DestructionList list = only0();
        assertThat(list.items()).extracting(Item::state).containsOnly(Item.State.DESTROYED);
        assertThat(list.state()).isEqualTo(DestructionList.State.DONE);
        DestructionRecord record = Objects.requireNonNull(list.record());
        assertThat(record.destroyed()).hasSize(2);
        assertThat(rig.trail.entries().stream()
                        .filter(entry -> entry.act() == Act.DESTRUCTION_RECORDED)
                        .map(AuditEntry::digest)
                        .distinct())
                .containsExactly(RecordSeal.digest(record));
        assertThat(proofs.verify(salma, list.id()).orElseThrow().holds()).isTrue();
    }

    @Test
    void aCaseThatWasOpenedAgainIsSparedAndStandsOnItsNewShelf() {
        CaseNumber number = closed(told);
        rig.clock.pass(Duration.ofDays(80));
        assertThat(desk.reopen(salma, number, "they wrote", null)).isInstanceOf(CaseChange.Done.class);
        rig.clock.pass(Duration.ofDays(400));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        desk.acknowledge(salma, number, null);
        close(number, Disposition.SERVICE_DELIVERED);
        Upkeep.once(node);
        rig.clock.pass(Duration.ofDays(364));
        lists.propose();
        assertThat(lists.latest(salma, 9)).isEmpty();
        rig.clock.pass(Duration.ofDays(2));
        lists.propose();
        assertThat(only().list().items()).hasSize(1);
    }

    @Test
    void aRefusedOrForgottenListDestroysNothingAndIsOfferedAgain() {
        CaseNumber number = closed(told);
        rig.clock.pass(Duration.ofDays(367));
        lists.propose();
        ListDesk.Held list = only();
        assertThat(lists.settle(salma, list.list().id(), false, "", list.version()))
                .isEqualTo(Answer.REASON_MISSING);
        assertThat(lists.settle(salma, list.list().id(), false, "look again", list.version()))
                .isEqualTo(Answer.DONE);
        destroyer.work();
        lists.propose();
        assertThat(book.read(number)).isPresent();
        rig.clock.pass(Duration.ofDays(1));
        lists.propose();
        assertThat(lists.latest(salma, 9)).hasSize(2);
        rig.clock.pass(Duration.ofDays(32));
        lists.propose();
        assertThat(lists.latest(salma, 9))
                .extracting(held -> held.list().state())
                .containsExactly(
                        DestructionList.State.PROPOSED, DestructionList.State.LAPSED, DestructionList.State.DECLINED);
    }

    @Test
    void whatAPersonErasedIsListedWithWhatWentAndWhatStaysAndAWithdrawalIsKeptApart() {
        open(told);
        assertThat(erase()).isEqualTo(MailboxDesk.Withdrawal.ERASED);
        assertThat(requests.latest(salma, 9)).extracting(Outcome::state).containsExactly(Outcome.State.UNDER_WAY);
        node.getBean(RequestLedger.class).follow();

        Outcome outcome = requests.latest(salma, 9).getFirst();
        assertThat(outcome.state()).isEqualTo(Outcome.State.ERASED);
        assertThat(outcome.erase()).isTrue();
        assertThat(outcome.gone()).isEqualTo(new Item.Gone(1, 1, 0, 1));
        assertThat(outcome.stays()).contains(Outcome.Stays.TOMBSTONE, Outcome.Stays.AUDIT);
        assertThat(requests.export(salma, new CaseNumber(outcome.number()))).contains(outcome);
        assertThat(rig.trail.acts()).contains(Act.ERASE_REQUEST_EXPORTED);
        assertThatThrownBy(() -> requests.latest(layla, 9)).isInstanceOf(ProblemException.class);

        MailboxKeys hers = DeskRig.aMailbox();
        FiledReports urgent =
                aFiledReport().saying("he is here").judged(Level.L1_IMMEDIATE).reachedAt(hers.address());
        open(urgent);
        IntakeEntry.WithdrawAsked wish = new WithdrawSigner(hers.privateSignKey())
                .withdraw(urgent.build().id(), hers.address().id(), rig.clock.instant());
        assertThat(node.getBean(MailboxDesk.class).withdrawAsked(wish)).isEqualTo(MailboxDesk.Withdrawal.HELD);
        Outcome looked = requests.latest(salma, 9).stream()
                .filter(one -> !one.erase())
                .findFirst()
                .orElseThrow();
        assertThat(looked.state()).isEqualTo(Outcome.State.TWO_LOOK);
        assertThat(looked.until()).isEqualTo(rig.clock.instant().plus(Duration.ofDays(14)));
        rig.clock.pass(Duration.ofDays(366 * 4));
        node.getBean(RequestLedger.class).follow();
        assertThat(requests.latest(salma, 9)).extracting(Outcome::erase).containsExactly(false);
    }

    @Test
    void whoMayNotKnowOfCasesAboutTheForcesIsToldNoClass() {
        Item item = Item.of(
                "1000-0000-" + check("10000000"),
                new RetentionPlan.Fate(RetentionClass.CONFLICT, LocalDate.EPOCH, LocalDate.EPOCH));
        rig.staff.as(Staffing.NIDAL, Role.COORDINATOR);
        assertThat(RetentionView.DueCaseResource.of(item, rig.staff.as(Staffing.NIDAL))
                        .retentionClass())
                .isNull();
        assertThat(RetentionView.DueCaseResource.of(item, salma).retentionClass())
                .isEqualTo(RetentionClass.CONFLICT);
    }

    private static String check(String digits) {
        return String.format("%02d", (98 - Long.parseLong(digits) * 100 % 97) % 97);
    }

    private List<Proof.Kind> kinds(String list) {
        return proofs.verify(salma, list).orElseThrow().findings().stream()
                .map(Proof.Finding::kind)
                .toList();
    }

    private Orphans walk() {
        return node.getBean(OrphanWalk.class).walk(_ -> {});
    }

    private void hold(CaseNumber number) {
        LocalDate review =
                LocalDate.ofInstant(rig.clock.instant(), RetentionPlan.BAGHDAD).plusDays(9);
        holds.ask(salma, number, "a court asks", review);
        assertThat(holds.settle(nidal, number, true, null)).isEqualTo(Answer.DONE);
    }

    private void destroyAll() {
        confirmed();
        destroyer.work();
        assertThat(only().list().state()).isEqualTo(DestructionList.State.DONE);
    }

    private void confirmed() {
        rig.clock.pass(Duration.ofDays(STANDARD.getYears() * 365L + 2));
        lists.propose();
        assertThat(settle(salma, true)).isEqualTo(Answer.WAITS_FOR_SECOND);
        assertThat(settle(nidal, true)).isEqualTo(Answer.DONE);
    }

    private Answer settle(CurrentStaff who, boolean agreed) {
        ListDesk.Held held = only();
        return lists.settle(who, held.list().id(), agreed, "", held.version());
    }

    private ListDesk.Held only() {
        return lists.latest(salma, 1).getFirst();
    }

    private DestructionList only0() {
        return only().list();
    }

    private MailboxDesk.Withdrawal erase() {
        return node.getBean(MailboxDesk.class)
                .eraseAsked(new WithdrawSigner(mailbox.privateSignKey())
                        .erase(told.build().id(), mailbox.address().id(), rig.clock.instant()));
    }

    private CaseNumber closed(FiledReports one) {
        CaseNumber number = open(one);
        desk.acknowledge(salma, number, null);
        close(number, Disposition.SERVICE_DELIVERED);
        Upkeep.once(node);
        assertThat(stored("open_cases", number.value())).isNull();
        return number;
    }

    private void close(CaseNumber number, Disposition how) {
        assertThat(desk.close(salma, number, how, "it is done", null)).isInstanceOf(CaseChange.Done.class);
    }

    private CaseNumber open(FiledReports one) {
        rig.deskSays(one.build().story(), one.assessment());
        node.getBean(CaseIntake.class)
                .receive(one.build(), "digest " + one.build().id());
        Case held = book.caseOf(one.build().id()).flatMap(book::read).orElseThrow();
        return held.number();
    }

    private long count(String collection) {
        return rig.store.template().getCollection(collection).countDocuments();
    }

    private Document stored(String collection, String id) {
        return Objects.requireNonNull(rig.store.template().findById(id, Document.class, collection));
    }
}
