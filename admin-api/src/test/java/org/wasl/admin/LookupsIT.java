package org.wasl.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasl.admin.FiledReports.aFiledReport;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.reply.MailboxDesk;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.triage.mailbox.MailboxKeys;
import org.wasl.triage.mailbox.WithdrawSigner;
import org.wasl.triage.report.Level;

/** Nothing the desk looks for needs an index: every look-up is by {@code _id}. */
class LookupsIT {
    private final DeskRig rig = new DeskRig();

    @Test
    void aDaysWorkLooksForNothingButIds() {
        ApplicationContext node = rig.node("desk-1");
        rig.staff.onDuty(Staffing.SALMA, Staffing.LAYLA);
        MailboxKeys mailbox = DeskRig.aMailbox();
        FiledReports filed = aFiledReport().judged(Level.L3_URGENT).reachedAt(mailbox.address());
        CaseIntake intake = node.getBean(CaseIntake.class);
        CaseBook book = node.getBean(CaseBook.class);
        CaseDesk desk = node.getBean(CaseDesk.class);
        intake.receive(filed.build(), "one");
        intake.receive(
                aFiledReport().of(filed.build().id()).as(1).saying("more").build(), "two");
        intake.receive(
                aFiledReport().saying("back").reachedAt(mailbox.address()).build(), "three");
        CaseNumber number = book.caseOf(filed.build().id()).orElseThrow();
        desk.queue(rig.staff.as(Staffing.SALMA), QueueFilter.ALL, null, 25);
        desk.open(rig.staff.as(Staffing.SALMA), number);
        desk.acknowledge(rig.staff.as(Staffing.SALMA), number, null);
        node.getBean(ReplyDesk.class).write(rig.staff.as(Staffing.SALMA), number, null, "x", null, "k");
        desk.note(rig.staff.as(Staffing.SALMA), number, "note");
        rig.clock.pass(Duration.ofMinutes(1));
        node.getBean(MailboxDesk.class)
                .eraseAsked(new WithdrawSigner(mailbox.privateSignKey())
                        .erase(filed.build().id(), mailbox.address().id(), rig.clock.instant()));

        assertThat(rig.store.recorder().lookups())
                .contains("find cases by _id", "update cases by _id, v", "find mailboxes by _id")
                .contains("find intake by _id", "delete case_keys by _id", "update erased by _id");
        assertThat(rig.store.recorder().wrong()).isEmpty();
        rig.close();
    }

    @Test
    void namesALookupByAnythingElse() {
        rig.store
                .nodesTemplate()
                .getCollection("cases")
                .find(Filters.eq("m", "x"))
                .first();
        rig.store.nodesTemplate().getCollection("cases").find().first();
        rig.store
                .nodesTemplate()
                .getCollection("cases")
                .find(Filters.or(Filters.eq("_id", "x"), Filters.eq("open", true)))
                .first();
        rig.store.nodesTemplate().getCollection("cases").updateOne(Filters.eq("k", "x"), Updates.set("v", 1));
        rig.store.nodesTemplate().getCollection("cases").deleteMany(new Document("open", false));
        rig.store.nodesTemplate().getCollection("cases").countDocuments(Filters.eq("open", true));

        assertThat(rig.store.recorder().wrong())
                .isEqualTo(List.of(
                        "aggregate cases",
                        "delete cases by open",
                        "find cases by $or",
                        "find cases by m",
                        "find cases by nothing",
                        "update cases by k"));
        assertThatThrownBy(rig::close).isInstanceOf(AssertionError.class).hasMessageContaining("find cases by m");
    }
}
