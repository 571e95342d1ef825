package org.wasl.admin.picture;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the making of copies of pictures. Needs nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PictureSettings.class)
public class PictureConfiguration {

    @Bean(destroyMethod = "close")
    WorkingCopies workingCopies(PictureSettings settings) {
        return new WorkingCopies(settings);
    }
}
