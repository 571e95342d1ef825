package org.wasl.admin.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Clock;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.wasl.admin.officer.CurrentStaff;
import tools.jackson.databind.DeserializationFeature;

/** The description of the REST API, as it is read at {@code /api/openapi.json}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
public class ApiConfiguration {
    /** Counts up by the rules of semantic versioning: a change a client must know of is a new first number. */
    static final String VERSION = "1.0.0";

    private static final String SESSION = "session";

    static {
        // Who calls comes from the sign-in and is nobody's parameter; a stream is bytes.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(CurrentStaff.class)
                .replaceWithSchema(
                        StreamingResponseBody.class,
                        new Schema<>().type("string").format("binary"));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Wasl desk API")
                        .version(VERSION)
                        .description("The desk of an anonymous reporting channel: the triaged queue, cases, replies."
                                + " Everything the console does goes by these routes. Instants are UTC; words of"
                                + " citizens are returned to those only who may read the case, and every reading is"
                                + " recorded.")
                        .contact(new Contact().name("Whoever runs this desk")))
                .addServersItem(new Server().url("/").description("The node that serves this description"))
                .addSecurityItem(new SecurityRequirement().addList(SESSION))
                .components(new Components()
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("wasl_staff")
                                        .description("The session of a signed-in colleague. A change also needs the"
                                                + " form token of any page, as X-CSRF-TOKEN.")));
    }

    /** Names on the wire are in snake case, as Jackson writes them. */
    @Bean
    ModelResolver modelResolver() {
        return new ModelResolver(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas(new ObjectMapper());
    }

    @Bean
    WebMvcConfigurer requestLimit(ApiSettings settings, Clock clock) {
        RequestLimit limit = new RequestLimit(settings, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(limit).addPathPatterns("/api/**");
            }
        };
    }

    /** A misspelt field must not pass for one left out: it is refused, not overlooked. */
    @Bean
    JsonMapperBuilderCustomizer refusesFieldsOfNoForm() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Bean
    GlobalOperationCustomizer describedOperations() {
        return new DescribedOperations();
    }

    /** Last, when every path and every schema is there. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    GlobalOpenApiCustomizer completedDescription() {
        return new CompletedDescription(new ApiExamples());
    }
}
