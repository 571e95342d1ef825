package org.wasl.bot.conversation;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.bot.channel.Channel;
import org.wasl.triage.assessment.Triage;

/** Wires the dialogue. Its data is read and checked here: a node with a broken flow does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConversationSettings.class)
public class ConversationConfiguration {

    @Bean
    Dialogue dialogue(Triage triage, ConversationSettings settings, ObjectProvider<Channel> channels) {
        List<org.wasl.bot.channel.Capabilities> capabilities =
                channels.stream().map(Channel::capabilities).toList();
        return new ConversationEngine(triage::assess, settings, FlowLimits.of(capabilities));
    }
}
