package org.wasl.admin.exposure;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.triage.seal.CaseSealer;

/**
 * Wires the count of what is read. Needs a {@link MongoTemplate}, a {@link CaseSealer}, a {@link Clock} and the
 * configuration of officer.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExposureSettings.class)
public class ExposureConfiguration {
    @Bean
    ReadingStore readingStore(MongoTemplate mongo, CaseSealer sealer) {
        return new ReadingStore(mongo, sealer);
    }

    @Bean
    ReadingLog readingLog(ReadingStore store, ExposureSettings settings, Clock clock) {
        return new ReadingLog(store, settings, clock);
    }

    @Bean
    ReadingLeftovers readingLeftovers(ReadingStore store) {
        return new ReadingLeftovers(store);
    }

    @Bean
    ExposureController exposureController(StaffDirectory directory, ReadingLog readings) {
        return new ExposureController(directory, readings);
    }
}
