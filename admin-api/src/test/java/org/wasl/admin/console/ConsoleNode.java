package org.wasl.admin.console;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.wasl.admin.alert.AlertConfiguration;
import org.wasl.admin.api.ApiConfiguration;
import org.wasl.admin.audit.AuditConfiguration;
import org.wasl.admin.audit.AuditKey;
import org.wasl.admin.awareness.AwarenessConfiguration;
import org.wasl.admin.casework.AccusedKey;
import org.wasl.admin.casework.CaseworkConfiguration;
import org.wasl.admin.casework.Reassessment;
import org.wasl.admin.exposure.ExposureConfiguration;
import org.wasl.admin.handover.HandoverConfiguration;
import org.wasl.admin.meeting.MeetingConfiguration;
import org.wasl.admin.officer.OfficerConfiguration;
import org.wasl.admin.partner.PartnerConfiguration;
import org.wasl.admin.print.PrintConfiguration;
import org.wasl.admin.receipt.ReceiptConfiguration;
import org.wasl.admin.reply.ReplyConfiguration;
import org.wasl.admin.retention.ChainProofConfiguration;
import org.wasl.admin.retention.RetentionConfiguration;
import org.wasl.admin.statistics.StatisticsConfiguration;
import org.wasl.admin.store.StoreConfiguration;
import org.wasl.admin.visit.VisitConfiguration;
import org.wasl.admin.web.WebConfiguration;
import org.wasl.triage.assessment.Triage;
import org.wasl.triage.handover.BundleSealer;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.NoticeSealer;
import org.wasl.triage.intake.PresenceSealer;
import org.wasl.triage.mailbox.ReplySealer;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.CaseSealer;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A whole desk node of a test's own, on a port of its own, with real stores and real keys. */
public final class ConsoleNode implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private ConsoleNode(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    public static ConsoleNode start(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "spring.thymeleaf.servlet.produce-partial-output-while-processing=false",
                "spring.web.resources.add-mappings=false"));
        all.addAll(List.of(settings));
        SpringApplication application = new SpringApplicationBuilder(Node.class)
                .properties(all.toArray(String[]::new))
                .build();
        return new ConsoleNode((ServletWebServerApplicationContext) application.run());
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import({
        AuditConfiguration.class,
        OfficerConfiguration.class,
        WebConfiguration.class,
        AwarenessConfiguration.class,
        CaseworkConfiguration.class,
        ReplyConfiguration.class,
        ReceiptConfiguration.class,
        RetentionConfiguration.class,
        ChainProofConfiguration.class,
        AlertConfiguration.class,
        VisitConfiguration.class,
        ExposureConfiguration.class,
        PrintConfiguration.class,
        ConsoleConfiguration.class,
        ApiConfiguration.class,
        StatisticsConfiguration.class,
        StoreConfiguration.class,
        MeetingConfiguration.class,
        HandoverConfiguration.class,
        PartnerConfiguration.class
    })
    static class Node {
        @Bean(destroyMethod = "shutdownNow")
        static MongoServer mongoServer() {
            MongoServer server = new MongoServer(new MemoryBackend());
            server.bind();
            return server;
        }

        @Bean
        org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails mongoAddress(MongoServer server) {
            var address = new com.mongodb.ConnectionString("mongodb:/" + server.getLocalAddress() + "/wasl");
            return () -> address;
        }

        @Bean(destroyMethod = "stop")
        RedisServer redisServer() throws IOException {
            int port = freePort();
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            return server;
        }

        @Bean(destroyMethod = "close")
        RedisClient redis(RedisServer server) {
            return RedisClient.builder()
                    .hostAndPort("127.0.0.1", server.ports().getFirst())
                    .build();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        AttachmentOpener attachments(DeskKeys keys) {
            return new AttachmentOpener(keys.botVerifier());
        }

        @Bean
        DeskKeys keys(SecureRandom random) throws IOException {
            Path folder = Files.createTempDirectory("wasl-console").resolve("keys");
            DeskSecret secret = DeskSecret.of("5a".repeat(32));
            return DeskKeys.load(KeyFolder.create(folder, secret, random).deskFolder(), secret);
        }

        @Bean
        NoticeSealer notices(DeskKeys keys, Clock clock) {
            return new NoticeSealer(keys.toBot(), keys.signer(), clock);
        }

        @Bean
        PresenceSealer presence(DeskKeys keys, Clock clock) {
            return new PresenceSealer(keys.toBot(), keys.signer(), clock);
        }

        @Bean
        BundleSealer bundles(DeskKeys keys) {
            return new BundleSealer(keys.signer());
        }

        @Bean
        ReplySealer replies(DeskKeys keys) {
            return new ReplySealer(keys.signer());
        }

        @Bean
        CaseSealer cases(DeskKeys keys) {
            return keys.cases();
        }

        @Bean
        AccusedKey accusedKey(DeskKeys keys) {
            return new AccusedKey(keys.blindIndex());
        }

        @Bean
        AuditKey auditKey(DeskKeys keys) {
            return new AuditKey(keys.audit().mac(Bytes.ofUtf8("wasl/audit-chain/v1")));
        }

        @Bean
        Reassessment reassessment() {
            Triage triage = Triage.load();
            return triage::assess;
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
