package org.wasl.config;

import com.mongodb.ConnectionString;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.wasl.admin.audit.AuditConfiguration;

/** The node that faces staff. */
@Configuration(proxyBeanMethods = false)
// Staff have accounts of their own; the framework's made-up user must never exist.
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({NodeBeans.class, DeskKeyBeans.class, AuditConfiguration.class})
class AdminNode {

    @Bean
    MongoConnectionDetails mongoConnectionDetails(AdminResources resources) {
        ConnectionString address = new ConnectionString(resources.mongodb());
        return () -> address;
    }
}
