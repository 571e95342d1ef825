package org.wasl.admin.meeting;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseBook;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseworkSettings;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;

/** Wires the review meeting. Needs the configurations of store, casework, officer and audit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MeetingSettings.class)
public class MeetingConfiguration {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_OPEN = 200;

    static final ObjectKind<Meeting> MEETINGS =
            new ObjectKind<>("meeting", Meeting.class, 1, MOST_BYTES, MOST_OPEN, Meeting::open);

    /** The parts of the meeting, made once. */
    record Parts(MeetingDesk desk, MeetingWork work, MeetingMinutes minutes) {}

    @Bean
    Parts meetingParts(
            ObjectStores stores,
            CaseBook book,
            CaseAccess access,
            CaseDesk cases,
            MeetingDecisions decisions,
            StaffDirectory directory,
            AuditTrail trail,
            AuditChains chains,
            CaseworkSettings casework,
            MeetingSettings settings,
            Clock clock) {
        SealedObjects<Meeting> objects = stores.open(MEETINGS);
        MeetingCases ours = new DeskCases(book, access, cases, decisions);
        MeetingViews views = new MeetingViews(ours, directory);
        MeetingDoor door = new MeetingDoor(objects, views, trail, clock);
        Archive archive = new Archive(objects, settings, clock);
        AgendaRules rules = new AgendaRules(casework, settings);
        return new Parts(
                new MeetingDesk(objects, archive, rules, ours, views, door, directory, trail, settings, clock),
                new MeetingWork(objects, ours, views, door, trail, settings, clock),
                new MeetingMinutes(
                        objects, views, door, trail, () -> chains.ownHead().value(), settings, clock));
    }

    @Bean
    MeetingController meetingController(Parts parts, MeetingDecisions decisions) {
        return new MeetingController(parts.desk(), parts.work(), parts.minutes(), decisions);
    }

    @Bean
    MeetingPages meetingPages(Parts parts, CaseDesk cases, StaffDirectory directory, Clock clock) {
        return new MeetingPages(parts.desk(), parts.work(), parts.minutes(), cases, directory, clock);
    }
}
