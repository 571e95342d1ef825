package org.wasl.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.admin.casework.Reassessment;
import org.wasl.triage.assessment.Triage;

/** What joins the desk's features: the desk's own judgement of what was filed. */
@Configuration(proxyBeanMethods = false)
class DeskParts {

    @Bean
    Triage triage(AdminResources resources) {
        return resources.triage().get();
    }

    @Bean
    Reassessment reassessment(Triage triage) {
        return triage::assess;
    }
}
