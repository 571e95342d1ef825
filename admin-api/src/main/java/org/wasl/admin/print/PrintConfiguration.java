package org.wasl.admin.print;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.wasl.admin.officer.OfficerSettings;

/** Wires printing. Needs a {@link MessageSource} with the console's words and a {@link Clock}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrintSettings.class)
public class PrintConfiguration {
    @Bean
    Press press(MessageSource messages, PrintSettings settings, OfficerSettings officers, Clock clock) {
        // Fonts are made when somebody prints for the first time: a start does not wait for them.
        Supplier<Typeface> typeface = SingletonSupplier.of(Typeface::new);
        return new Press(typeface, messages, settings, officers.demonstration(), clock);
    }
}
