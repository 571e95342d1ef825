package org.wasl.bot.channel.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelContract;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.RealRedis;
import tools.jackson.databind.JsonNode;

class WebChannelIT extends ChannelContract {

    private static RealRedis redis;

    @TempDir
    private Path drafts;

    private Runnable again = () -> {};

    @BeforeAll
    static void startRedis() {
        redis = new RealRedis();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    protected Platform platform(FakeGate into) {
        WebChatApp app = new WebChatApp(redis, drafts, Clock.systemUTC(), into, Map.of());
        WebVisitor visitor = new WebVisitor(app.port());
        visitor.begin();
        ChannelAddress citizen = into.taken().getLast().from();
        return new Platform() {

            private String lastId = "";
            private String lastText = "";

            @Override
            public Channel channel() {
                return app.channel();
            }

            @Override
            public ChannelAddress citizen() {
                return citizen;
            }

            @Override
            public void says(String text) {
                lastId = UUID.randomUUID().toString();
                lastText = text;
                again = this::repeatsTheLast;
                visitor.says(lastId, text);
            }

            @Override
            public void taps(String token) {
                visitor.taps(token);
            }

            @Override
            public void repeatsTheLast() {
                visitor.says(lastId, lastText);
            }

            @Override
            public void leaves() {
                visitor.exits();
            }

            @Override
            public List<String> screen() {
                return List.copyOf(said().values());
            }

            @Override
            public List<String> buttons() {
                Map<String, List<String>> buttons = new LinkedHashMap<>();
                for (JsonNode numbered : visitor.linesRead(0)) {
                    JsonNode line = numbered.get("line");
                    List<String> labels = new ArrayList<>();
                    line.get("c").forEach(button -> labels.add(button.get("n").stringValue()));
                    if (line.get("k").stringValue().equals("say")) {
                        buttons.put(line.get("r").stringValue(), labels);
                    } else {
                        buttons.remove(line.get("r").stringValue());
                    }
                }
                return buttons.values().stream().flatMap(List::stream).toList();
            }

            private Map<String, String> said() {
                Map<String, String> said = new LinkedHashMap<>();
                for (JsonNode numbered : visitor.linesRead(0)) {
                    JsonNode line = numbered.get("line");
                    if (line.get("k").stringValue().equals("say")) {
                        said.put(line.get("r").stringValue(), line.get("t").stringValue());
                    }
                }
                return said;
            }

            @Override
            public void close() {
                app.close();
            }
        };
    }

    @Override
    protected void offersAgain() {
        again.run();
    }
}
