package org.wasl.admin.meeting;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
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
import org.wasl.admin.print.Press;
import org.wasl.admin.store.Mentions;
import org.wasl.admin.store.ObjectKind;
import org.wasl.admin.store.ObjectStores;
import org.wasl.admin.store.SealedObjects;

/** Wires the review meeting. Needs the configurations of store, casework, officer and audit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MeetingSettings.class)
public class MeetingConfiguration {
    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_OPEN = 200;
    private static final int SALT_BYTES = 16;

    static final ObjectKind<Meeting> MEETINGS =
            new ObjectKind<>("meeting", Meeting.class, 1, MOST_BYTES, MOST_OPEN, Meeting::open);

    /** The parts of the meeting, made once. */
    record Parts(MeetingDesk desk, MeetingWork work, MeetingMinutes minutes) {}

    /** The store of meetings, opened once. */
    record MeetingObjects(SealedObjects<Meeting> stored) {}

    @Bean
    MeetingObjects meetingObjects(ObjectStores stores) {
        return new MeetingObjects(stores.open(MEETINGS));
    }

    @Bean
    MinutesLeftovers minutesLeftovers(MeetingObjects objects, Mentions mentions) {
        return new MinutesLeftovers(objects.stored(), mentions);
    }

    @Bean
    MinutesPaper minutesPaper(Press press, MessageSource messages) {
        return new MinutesPaper(press, messages);
    }

    @Bean
    Parts meetingParts(
            MeetingObjects stores,
            CaseBook book,
            CaseAccess access,
            CaseDesk cases,
            MeetingDecisions decisions,
            StaffDirectory directory,
            AuditTrail trail,
            AuditChains chains,
            Mentions mentions,
            CaseworkSettings casework,
            MeetingSettings settings,
            SecureRandom random,
            Clock clock) {
        SealedObjects<Meeting> objects = stores.stored();
        MeetingCases ours = new DeskCases(book, access, cases, decisions);
        MeetingViews views = new MeetingViews(ours, directory);
        MeetingDoor door = new MeetingDoor(objects, views, trail, clock);
        Archive archive = new Archive(objects, settings, clock);
        AgendaRules rules = new AgendaRules(casework, settings);
        return new Parts(
                new MeetingDesk(
                        objects, archive, rules, ours, views, door, directory, trail, mentions, settings, clock),
                new MeetingWork(objects, ours, views, door, trail, settings, clock),
                new MeetingMinutes(
                        objects,
                        views,
                        door,
                        trail,
                        mentions,
                        () -> chains.ownHead().value(),
                        () -> salt(random),
                        settings,
                        clock));
    }

    @Bean
    MeetingController meetingController(Parts parts, MeetingDecisions decisions) {
        return new MeetingController(parts.desk(), parts.work(), parts.minutes(), decisions);
    }

    @Bean
    MinutesPrinting minutesPrinting(Parts parts, MinutesPaper paper) {
        return new MinutesPrinting(parts.minutes(), paper);
    }

    private static String salt(SecureRandom random) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Bean
    MeetingPages meetingPages(Parts parts, CaseDesk cases, StaffDirectory directory, Clock clock) {
        return new MeetingPages(parts.desk(), parts.work(), parts.minutes(), cases, directory, clock);
    }
}
