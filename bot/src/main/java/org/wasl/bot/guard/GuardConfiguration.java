package org.wasl.bot.guard;

import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the limits. An {@link Urgency} bean says what never waits; without one every text is, and only taps are slowed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardSettings.class)
public class GuardConfiguration {

    /** Whether a text may be a matter of life. */
    public interface Urgency extends Predicate<String> {}

    @Bean
    Pace pace(GuardSettings settings, ObjectProvider<Urgency> urgency) {
        Urgency known = urgency.getIfAvailable();
        return new Pace(settings, known == null ? text -> true : known);
    }
}
