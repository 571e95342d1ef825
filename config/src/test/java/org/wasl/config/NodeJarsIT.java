package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the three jars, and above all what is not. */
@Tag("beside-another")
class NodeJarsIT {

    @Test
    void theBotJarHoldsNothingOfTheDesk() throws IOException {
        assertThat(libraries("wasl-bot.jar"))
                .anyMatch(name -> name.startsWith("bot-"))
                .anyMatch(name -> name.startsWith("telegrambots-client"))
                .noneMatch(name -> name.matches("(admin-api|mongo.*|bson.*|h2|thymeleaf.*|spring-data-.*"
                        + "|spring-security-.*|spring-boot-(mongodb|data-.*|security|thymeleaf)|springdoc.*"
                        + "|swagger.*|embedded-redis|netty.*|htmx.*)-\\d.*"));
    }

    @Test
    void theAdminJarHoldsNothingOfTheBot() throws IOException {
        assertThat(libraries("wasl-admin.jar"))
                .anyMatch(name -> name.startsWith("admin-api-"))
                .anyMatch(name -> name.startsWith("mongodb-driver-sync"))
                .noneMatch(name -> name.matches("(bot|telegrambots.*|okhttp.*|okio.*|kotlin.*|embedded-redis"
                        + "|mongo-java-server.*|h2|netty.*)-\\d.*"));
    }

    @Test
    void theWholeHoldsBoth() throws IOException {
        assertThat(libraries("wasl.jar"))
                .anyMatch(name -> name.startsWith("bot-"))
                .anyMatch(name -> name.startsWith("admin-api-"))
                .anyMatch(name -> name.startsWith("embedded-redis-"))
                .anyMatch(name -> name.startsWith("h2-"));
    }

    @Test
    void noJarHoldsTestsOrPlantedViolations() throws IOException {
        for (String jar : List.of("wasl.jar", "wasl-bot.jar", "wasl-admin.jar")) {
            assertThat(entries(jar)).as(jar).noneMatch(name -> name.contains("canary") || name.endsWith("-tests.jar"));
        }
    }

    @Test
    void aBotJarToldToBeAnAdminNodeStops() throws Exception {
        try (WaslProcess bot = WaslProcess.start("wasl-bot.jar", Map.of(), "--wasl.role=admin")) {
            assertThat(bot.awaitEnd()).isEqualTo(1);
            assertThat(bot.output())
                    .contains("wasl.role: admin (expected: bot; this jar does not hold the other node)");
        }
    }

    @Test
    void anAdminJarToldToBeABotNodeStops() throws Exception {
        try (WaslProcess admin = WaslProcess.start("wasl-admin.jar", Map.of(), "--wasl.role=all")) {
            assertThat(admin.awaitEnd()).isEqualTo(1);
            assertThat(admin.output())
                    .contains("wasl.role: all (expected: admin; this jar does not hold the other node)");
        }
    }

    private static List<String> libraries(String jar) throws IOException {
        return entries(jar).stream()
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(name -> name.substring("BOOT-INF/lib/".length()))
                .toList();
    }

    private static List<String> entries(String jar) throws IOException {
        try (JarFile file = new JarFile(WaslProcess.jar(jar).toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        }
    }
}
