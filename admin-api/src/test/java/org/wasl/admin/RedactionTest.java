package org.wasl.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wasl.admin.alert.AlertSettings;
import org.wasl.admin.alert.EmailSettings;
import org.wasl.admin.alert.WebhookSettings;
import org.wasl.admin.audit.AuditSettings;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.console.ConsoleConfiguration;
import org.wasl.admin.fieldwork.Visit;
import org.wasl.admin.handover.HandoverSettings;
import org.wasl.admin.inbox.InboxSettings;
import org.wasl.admin.meeting.MeetingSettings;
import org.wasl.admin.officer.OfficerSettings;
import org.wasl.admin.officer.Shift;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.referral.Basis;
import org.wasl.admin.referral.Referral;
import org.wasl.admin.reply.ReplySettings;
import org.wasl.admin.retention.RetentionSettings;
import org.wasl.admin.store.StoreSettings;
import org.wasl.admin.visit.VisitConfiguration;
import org.wasl.triage.intake.EntryFixture;
import org.wasl.triage.seal.PrintedRecords;

/** Whatever is printed, logged or put into a message by accident says nothing of a citizen, and no secret of staff. */
class RedactionTest {

    private static final List<Class<?>> PACKAGES = List.of(
            AlertSettings.class,
            AuditSettings.class,
            CaseBook.class,
            ConsoleConfiguration.class,
            HandoverSettings.class,
            InboxSettings.class,
            MeetingSettings.class,
            OfficerSettings.class,
            Referral.class,
            ReplySettings.class,
            RetentionSettings.class,
            StoreSettings.class,
            Visit.class,
            VisitConfiguration.class);

    /** Codes, versions and times of day: words of ours, whatever was said. */
    private static final List<String> CODES = List.of(
            "ageBand",
            "byLevel",
            "channel",
            "dangerNow",
            "fact",
            "governorate",
            "language",
            "languages",
            "level",
            "locale",
            "model",
            "preferredOfficer",
            "question",
            "rules",
            "scope",
            "securityForces",
            "source",
            "status",
            "tags",
            "textVersion",
            "truth",
            "wants",
            "where",
            "place",
            "who",
            "windows",
            "minor",
            "CodingForm.*",
            "ChosenHours.*",
            "ObjectKind.name",
            "CountResource.name",
            "DestructionRecord.spared",
            "DueCaseResource.left",
            "HoldReviewForm.review",
            "Keeping.unit",
            "KeepingResource.*",
            "RetentionRule.why",
            "RetentionSettings.headsFile",
            "FactResource.detail",
            "Name.folded",
            "Scope.unit",
            "Where.kind",
            "MeetingDecisionForm.kind",
            "NextForm.what",
            "ObjectKind.name",
            "Quote.rule",
            "ResultForm.result",
            "Said.speaker",
            "Head.*",
            "HeadLine.*",
            "WouldRaiseResource.to");

    /** Names of cases, pages, nodes and chains. */
    private static final List<String> NAMES = List.of(
            "id",
            "next",
            "node",
            "number",
            "officerLink",
            "replyId",
            "AlertSettings.console",
            "Acceptance.hash",
            "Alarm.visit",
            "AuditEntry.*",
            "Blocked.cases",
            "Blocking.known",
            "Draft.blocking",
            "HandoverAcceptanceForm.claims",
            "HandoverAcceptanceResource.hash",
            "HandoverAcceptanceResource.kept",
            "HandoverAcceptanceResource.passed",
            "HandoverDraftResource.blocking",
            "HandoverDraftResource.claims",
            "Happened.about",
            "MeetingEventResource.about",
            "MeetingMinutesResource.auditHead",
            "MeetingMinutesResource.hash",
            "Gone.digest",
            "Item.salt",
            "Line.salt",
            "Minutes.auditHead",
            "Minutes.hash",
            "CaseNumber.value",
            "ChainHead.hash",
            "caseNumber",
            "ChainLink.former",
            "AlikeResource.numbers",
            "AuditHeadsForm.heads",
            "AuditVerificationResource.heads",
            "ChainFindingResource.chain",
            "Checked.back",
            "Destroyed.key",
            "DestroyedCaseResource.key",
            "DestructionRecord.list",
            "DestructionRecord.seal",
            "DestructionRecordResource.*",
            "ProofResource.list",
            "Tombstone.*",
            "Verified.list",
            "ChainLink.hash",
            "Entry.reporter",
            "FactorSettings.origins",
            "FactorSettings.site",
            "Opened.digest",
            "PasskeySite.origins",
            "Proposal.openId",
            "StaffSession.digest",
            "Waiting.mailbox",
            "Wanted.after");

    /** Staff, who work under their names. */
    private static final List<String> STAFF = List.of(
            "Agreed.by",
            "DestructionRecord.by",
            "DrillResource.acknowledgedBy",
            "Word.by",
            "byName",
            "HeldMeetingResource.chair",
            "MeetingEventResource.by",
            "MeetingForm.present",
            "MeetingMinutesResource.by",
            "Minutes.name",
            "NotBefore.names",
            "Colleague.name",
            "Row.reader",
            "Row.second",
            "Row.state",
            "displayName",
            "leaseHolder",
            "offeredTo",
            "ownerId",
            "ownerName",
            "readers",
            "asWished",
            "staffId",
            "CodingResource.by",
            "Link.by",
            "Paged.name",
            "NextResource.by",
            "OfferResource.*",
            "StaffId.value",
            "ReviewedTextResource.name",
            "Suggestion.name",
            "SuggestionResource.name",
            "AlarmRow.*",
            "VisitRow.officers",
            "VisitLine.officers");

    @Test
    void noRecordPrintsWhatMayBeACitizensWordsOrASecret() {
        List<String> leaks = new ArrayList<>();
        PACKAGES.forEach(one -> leaks.addAll(records().leaks(one)));
        assertThat(leaks).isEmpty();
    }

    private static PrintedRecords records() {
        List<String> plain =
                Stream.of(CODES, NAMES, STAFF).flatMap(List::stream).toList();
        return PrintedRecords.plain(plain.toArray(String[]::new))
                .sample(EntryFixture.ID)
                .sample(hidden("org.wasl.admin.alert.AlertPreference", "NONE"))
                // With words in it: OpenIdSettingsTest.
                .sample(hidden("org.wasl.admin.officer.OpenIdSettings", "OFF"))
                .sample(EmailSettings.NONE)
                .sample(Basis.on(new Basis.Agreed("referral", "1", "ar-IQ", Instant.EPOCH, "web")))
                .sample(WebhookSettings.NONE)
                .sample(new StaffId("0a".repeat(16)))
                .sample(new Shift(LocalTime.MIDNIGHT, LocalTime.NOON))
                .sample(CaseNumber.read("4839-2175-78").orElseThrow());
    }

    /** A sample only its own package may name. */
    private static Record hidden(String type, String constant) {
        try {
            Field field = Class.forName(type).getDeclaredField(constant);
            field.setAccessible(true);
            return (Record) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
