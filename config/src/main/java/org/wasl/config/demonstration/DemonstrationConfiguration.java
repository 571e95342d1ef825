package org.wasl.config.demonstration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.util.WebUtils;

/** The page of the demonstration, on the staff's port, when the launcher says where the chat is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(DemonstrationConfiguration.CHAT)
public class DemonstrationConfiguration {

    /** Where citizens write; decided by the launcher, no setting of its own. */
    public static final String CHAT = "wasl.demonstration-page.chat";

    private static final String STAFF_COOKIE = "wasl_staff";

    @Bean
    DemonstrationPage demonstrationPage(@Value("${" + CHAT + "}") URI chat) {
        return new DemonstrationPage(chat);
    }

    /** Whoever comes to the staff's port without having signed in sees the demonstration first. */
    @Bean
    FilterRegistrationBean<OpensOnDemonstration> opensOnDemonstration() {
        FilterRegistrationBean<OpensOnDemonstration> filter = new FilterRegistrationBean<>(new OpensOnDemonstration());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.addUrlPatterns("/*");
        return filter;
    }

    static boolean isStranger(HttpServletRequest request) {
        return WebUtils.getCookie(request, STAFF_COOKIE) == null;
    }
}
