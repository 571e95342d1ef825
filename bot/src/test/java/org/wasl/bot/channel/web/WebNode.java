package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.InboundGate.Acceptance;
import org.wasl.bot.channel.LoopbackOnly;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.RealRedis;
import org.wasl.bot.channel.SendOutcome;
import tools.jackson.databind.JsonNode;

/** The web chat over real HTTP and a real Redis, with one page that comes in. */
@ExtendWith(LoopbackOnly.class)
abstract class WebNode {

    static final String MARKER = "marker-words-7f3a";
    static RealRedis redis;

    static volatile Instant now = Instant.now();
    static WebChatApp app;

    @TempDir
    static Path drafts;

    final FakeGate gate = new FakeGate();
    WebVisitor visitor;

    @BeforeAll
    static void startNode() {
        redis = new RealRedis();
        app = new WebChatApp(redis, drafts, clock(), event -> Acceptance.UNAVAILABLE, Map.of());
    }

    @AfterAll
    static void stopNode() {
        app.close();
        redis.close();
    }

    @BeforeEach
    void comesIn() {
        app.channel().start(gate);
        visitor = new WebVisitor(app.port());
    }

    static Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    ChannelAddress begins() {
        assertThat(visitor.begin().statusCode()).isEqualTo(200);
        return gate.taken().getLast().from();
    }

    SendOutcome show(ChannelAddress to, String id, String text) {
        return app.channel()
                .send(
                        to,
                        new OutgoingMessage(
                                id, text, List.of(new OutgoingChoice("v1|s|1|y", "y")), true, true, "rtl", "ckb"));
    }

    /** Answers the code. */
    String assertProblem(HttpResponse<String> answer, Integer... statuses) {
        assertThat(answer.statusCode()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = visitor.problem(answer);
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(answer.body())
                .doesNotContain(MARKER)
                .doesNotContain("Exception")
                .doesNotContain("org.")
                .doesNotContain("tomcat");
        return problem.get("code").stringValue();
    }
}
