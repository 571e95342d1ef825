package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.RealRedis;

/** The store goes away under an open chat. */
class WebStoreAwayIT {

    @TempDir
    Path drafts;

    @Test
    void saysThatItHasNotArrivedAndWhomToCallWhenTheStoreIsGone() throws Exception {
        RealRedis redis = new RealRedis();
        try (WebChatApp app = new WebChatApp(redis, drafts, Clock.systemUTC(), new FakeGate(), Map.of())) {
            WebVisitor visitor = new WebVisitor(app.port());
            visitor.begin();
            redis.close();
            for (String language : new String[] {"ar", "ckb", "kmr", "en"}) {
                HttpResponse<String> answer = visitor.speaking(language).says("12345678", "help");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(visitor.problem(answer).get("code").stringValue()).isEqualTo("not-received");
                assertThat(visitor.problem(answer).get("detail").stringValue()).contains("911");
            }
        }
    }
}
