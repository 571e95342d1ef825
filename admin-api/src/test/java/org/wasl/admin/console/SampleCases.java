package org.wasl.admin.console;

import static org.wasl.admin.FiledReports.aFiledReport;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.wasl.admin.FiledReports;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseIntake;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.Contact;
import org.wasl.triage.intake.FiledReport;
import org.wasl.triage.intake.IntakeId;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.report.Category;
import org.wasl.triage.report.Fact;
import org.wasl.triage.report.FactKey;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Truth;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Opener;

/** Made-up reports in each language, put into a node as if they had come in. */
public final class SampleCases {
    static final String ARABIC = "زوجي گدامي وبيده سچينة ويگول راح يقتلني\nالباب مقفول وما أگدر أطلع";
    static final String SORANI = "مێردەکەم هەڕەشەی کوشتنم لێدەکات و دەمانچەی هەیە\nئێستا لە ماڵەوەم و دەترسم";
    static final String BADINI = "برایێ من گەفا کوشتنێ ل من دکەت و من ژ مال ناهێلیت دەرکەڤم";
    static final String ENGLISH = "He says he will publish my pictures tonight unless I send him money";

    private final ConsoleNode node;

    public SampleCases(ConsoleNode node) {
        this.node = node;
    }

    public CaseNumber arabic() {
        return file(aFiledReport()
                .saying(ARABIC)
                .in("ar-IQ")
                .about(Category.DV)
                .judged(Level.L1_IMMEDIATE)
                .with(Fact.chosen(FactKey.DANGER_NOW, Truth.YES))
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BG"))
                .with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, "25-39"))
                .with(Fact.chosen(FactKey.WANTS, Truth.YES, "come")));
    }

    public CaseNumber sorani() {
        return file(aFiledReport()
                .saying(SORANI)
                .in("ckb")
                .about(Category.DV)
                .judged(Level.L3_URGENT)
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "SU"))
                .inWindows("morning"));
    }

    public CaseNumber badini() {
        return file(aFiledReport()
                .saying(BADINI)
                .in("kmr-Arab")
                .about(Category.HBV)
                .judged(Level.L2_EMERGENT)
                .unconfirmed()
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "DA"))
                .with(Fact.chosen(FactKey.AGE_BAND, Truth.YES, "18-24")));
    }

    public CaseNumber english() {
        return file(aFiledReport()
                .saying(ENGLISH)
                .in("en")
                .about(Category.BLK)
                .judged(Level.L3_URGENT)
                .with(Fact.chosen(FactKey.BLACKMAIL, Truth.YES))
                .with(Fact.chosen(FactKey.PUBLISH_DEADLINE, Truth.YES)));
    }

    public CaseNumber quiet() {
        return file(aFiledReport()
                .saying("نحتاج جلسة توعية لمدرستنا")
                .about(Category.INF)
                .judged(Level.L5_ADVICE)
                .with(Fact.chosen(FactKey.GOVERNORATE, Truth.YES, "BA")));
    }

    public CaseNumber file(FiledReports made) {
        FiledReport report = made.at(Instant.now().minus(Duration.ofSeconds(50)))
                .reachedAt(mailbox())
                .build();
        node.bean(CaseIntake.class).receive(report, UUID.randomUUID().toString().replace("-", "") + "0".repeat(32));
        return number(report.id());
    }

    public CaseNumber number(IntakeId id) {
        return node.bean(CaseBook.class).caseOf(id).orElseThrow();
    }

    void inChat(CaseNumber number) {
        node.bean(CaseBook.class)
                .change(
                        number,
                        held -> held.contacted(new Contact(true, Instant.now().minusSeconds(40), null, null)));
    }

    private static MailboxAddress mailbox() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Bytes key = Opener.publicKeyOf(Bytes.copyOf(random));
        return new MailboxAddress(UUID.randomUUID().toString().replace("-", ""), key, key, 1);
    }
}
