package org.wasl.config;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.guard.GuardConfiguration.Urgency;
import org.wasl.bot.session.DeskPresence;
import org.wasl.bot.session.Inbox;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.report.Facts;
import org.wasl.triage.report.Level;
import org.wasl.triage.report.Report;

/** What joins the bot's features: the judgement they share, and the channels at their front. */
@Configuration(proxyBeanMethods = false)
class BotParts {

    @Bean
    Triage triage(BotResources resources) {
        return resources.triage().get();
    }

    /** Whoever says something of life and death is never slowed. */
    @Bean
    Urgency urgency(Triage triage) {
        return text -> triage.assess(new Report(text, Facts.NONE)).level().compareTo(Level.L2_EMERGENT) <= 0;
    }

    @Bean
    ChannelStart channelStart(
            ObjectProvider<Channel> channels,
            Inbox inbox,
            DeskPresence presence,
            BotResources resources,
            Clock clock,
            @Value("${wasl.demonstration}") boolean demonstration) {
        return new ChannelStart(
                channels.stream().toList(), inbox, demonstration, presence::now, resources.staffSeen(), clock);
    }
}
