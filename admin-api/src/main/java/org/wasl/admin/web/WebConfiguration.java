package org.wasl.admin.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages and routes share. Turn Spring Boot's own static resources off: {@code spring.web.resources.add-mappings}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration implements WebMvcConfigurer {
    /** Longer would keep an old page beside a new server after an update. */
    private static final Duration ASSETS_KEPT = Duration.ofHours(1);

    private static final String MESSAGES = "console/messages/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/console/assets/", "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                .setCacheControl(CacheControl.maxAge(ASSETS_KEPT).cachePublic());
    }

    /**
     * Every word the console says: whatever bundles lie in {@code console/messages}, one for each feature. A key that is
     * missing in a language, or stands in two bundles, fails the build, so there is no falling back.
     */
    @Bean
    static MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String[] bundles() throws IOException {
        Resource[] english =
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + MESSAGES + "*_en.properties");
        return Arrays.stream(english)
                .map(found -> Objects.requireNonNull(found.getFilename()))
                .map(name -> MESSAGES + name.substring(0, name.length() - "_en.properties".length()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ConsoleLocale();
    }

    @Bean
    ProblemPages problemPages(MessageSource messages, LocaleResolver locales) {
        return new ProblemPages(messages, locales);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemPages pages) {
        return new ProblemAdvice(pages);
    }

    @Bean
    ConsoleModel consoleModel() {
        return new ConsoleModel();
    }

    @Bean
    FilterRegistrationBean<HostileRequests> hostileRequests(WebSettings settings) {
        FilterRegistrationBean<HostileRequests> filter = new FilterRegistrationBean<>(new HostileRequests(settings));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** After Spring Boot's own, which puts the container's page into the same place. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerRefusals(MessageSource messages) {
        return container -> container.addContextCustomizers(
                context -> new ContainerRefusals(messages).placeIn((StandardHost) context.getParent()));
    }
}
