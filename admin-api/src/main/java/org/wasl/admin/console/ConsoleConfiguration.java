package org.wasl.admin.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.alert.LiveFeed;
import org.wasl.admin.audit.AuditChains;
import org.wasl.admin.audit.AuditTrail;
import org.wasl.admin.casework.CaseAccess;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.MeetingDecisions;
import org.wasl.admin.casework.PrintDesk;
import org.wasl.admin.exposure.ReadingLog;
import org.wasl.admin.officer.SessionWatch;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.reply.ReplyDesk;
import org.wasl.admin.web.ConsoleLanguage;

/** The console's pages. Needs the configurations of audit, officer, web, casework, exposure, alert and reply. */
@Configuration(proxyBeanMethods = false)
public class ConsoleConfiguration {
    @Bean
    HomePages homePages() {
        return new HomePages();
    }

    @Bean
    NavigationModel navigationModel(Clock clock) {
        return new NavigationModel(clock);
    }

    @Bean
    QueuePages queuePages(CaseDesk cases, ReadingLog readings, MessageSource messages) {
        List<Locale> spoken =
                ConsoleLanguage.ALL.stream().map(ConsoleLanguage::locale).toList();
        return new QueuePages(cases, readings, new QueueSearch(messages, spoken));
    }

    @Bean
    CasePages casePages(CaseDesk cases, ReplyDesk replies, StaffDirectory directory, Clock clock) {
        return new CasePages(cases, replies, new CaseScreens(replies, directory, clock));
    }

    @Bean
    PrintPages printPages(PrintDesk prints) {
        return new PrintPages(prints);
    }

    @Bean
    DecisionPages decisionPages(CaseDesk cases, MeetingDecisions meetings) {
        return new DecisionPages(cases, meetings);
    }

    @Bean
    WallboardPages wallboardPages(CaseDesk cases) {
        return new WallboardPages(cases);
    }

    @Bean
    CarePages carePages(StaffDirectory directory, ReadingLog readings) {
        return new CarePages(directory, readings);
    }

    @Bean
    LiveStream liveStream(LiveFeed feed, SessionWatch sessions, CaseAccess access) {
        return new LiveStream(feed, sessions, access::mayKnow);
    }

    @Bean
    AuditPages auditPages(AuditChains chains, AuditTrail trail) {
        return new AuditPages(chains, trail);
    }
}
