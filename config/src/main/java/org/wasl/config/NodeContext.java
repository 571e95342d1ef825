package org.wasl.config;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running node: a Spring context of its own, with its slice of the settings and its own resources. */
final class NodeContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private NodeContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param resources what the launcher hands over, a bean of its own type
     * @param decided settings that follow from others
     * @param played the time of a node that serves nobody; {@code null} for the real one
     */
    static <R> NodeContext start(
            Slice slice,
            Class<?> configuration,
            HouseEnvironment settings,
            HouseSettings.Listen listen,
            Class<R> type,
            R resources,
            Map<String, Object> decided,
            @Nullable Clock played) {
        Map<String, Object> fixed = new LinkedHashMap<>(decided);
        fixed.put("server.address", listen.address());
        fixed.put("server.port", listen.port());
        fixed.put("spring.application.name", "wasl-" + slice.profile());
        // The slice is complete: nothing else is looked for.
        fixed.put("spring.config.location", "optional:classpath:/org/wasl/config/nothing/");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(configuration)
                .environment(settings.slice(slice, fixed))
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(fresh -> ((GenericApplicationContext) fresh).registerBean(type, () -> resources))
                .initializers(fresh -> {
                    if (played != null) {
                        ((GenericApplicationContext) fresh).registerBean(Clock.class, () -> played);
                    }
                })
                .run();
        return new NodeContext(context);
    }

    ConfigurableApplicationContext spring() {
        return context;
    }

    int port() {
        return java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
