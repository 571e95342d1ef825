package org.wasl.bot.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.FakeGate;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.LoopbackOnly;
import org.wasl.bot.channel.OutgoingMessage;

@ExtendWith(LoopbackOnly.class)
class TelegramCourtesyTest {

    private static final long GROUP = -100_200_300L;

    private final FakeBotApi api = new FakeBotApi();
    private final FakeGate gate = new FakeGate();
    private final FakeTelegramCitizen layla = api.citizen(7_004_211_337L);
    private final TelegramChannel channel = new TelegramChannel(
            TelegramChannel.CITIZENS,
            FakeBotApi.TOKEN,
            "node",
            api.settings(),
            new InMemoryPollerLease(Clock.systemUTC()),
            Clock.systemUTC());

    @AfterEach
    void close() {
        channel.close();
        api.close();
    }

    private long inGroup(String text) {
        ObjectNode update = api.json().createObjectNode();
        ObjectNode message = update.putObject("message");
        message.put("message_id", 1).put("date", Instant.now().getEpochSecond()).put("text", text);
        message.putObject("from").put("id", 5).put("first_name", FakeTelegramCitizen.NAME);
        message.putObject("chat").put("id", GROUP).put("type", "supergroup").put("title", "Family");
        return api.push(update);
    }

    @Test
    void aTapIsAnsweredAtOnce() {
        channel.start(gate);
        layla.tapsToken("v1|s|1|yes", 1);

        gate.awaitTaken(1);
        api.await("the answer", all -> all.calls("answerCallbackQuery").size() == 1);
    }

    @Test
    void aTapTooOldToBeAnsweredIsTakenAllTheSame() {
        layla.tapsToken("v1|s|1|yes", 1);
        api.next(
                "answerCallbackQuery",
                BotApiFault.refused(400, "Bad Request: query is too old and response timeout expired"));
        channel.start(gate);

        assertThat(gate.awaitTaken(1).getLast().content()).isEqualTo(new InboundContent.Tap("v1|s|1|yes"));
    }

    @Test
    void anAnswerThatHangsDoesNotHoldUpTheTap() {
        layla.tapsToken("v1|s|1|yes", 1);
        api.next("answerCallbackQuery", new BotApiFault.Hangs(java.time.Duration.ofMinutes(1)));
        layla.says("and this");
        channel.start(gate);

        gate.awaitTaken(2);
    }

    @Test
    void tellsAGroupKindlyOnceAndLeaves() {
        channel.start(gate);
        inGroup("hello");
        inGroup("hello again");
        layla.says("in private");

        gate.awaitTaken(1);
        api.await("leaving", all -> all.calls("leaveChat").size() == 1);
        assertThat(api.screen(GROUP)).hasSize(1);
        assertThat(api.screen(GROUP).getFirst().text()).contains("private chats");
        assertThat(gate.contents()).containsExactly(new InboundContent.Text("in private"));
    }

    @Test
    void neitherTokenNorPersonNorWordsReachALog() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            api.next("getUpdates", BotApiFault.badGateway(), new BotApiFault.DoesAndDies());
            gate.down(true);
            channel.start(gate);
            layla.says("marker-words-7f3a");
            gate.awaitOffered(2);
            gate.down(false);
            gate.awaitTaken(1);
            api.next("sendMessage", new BotApiFault.DoesAndDies(), BotApiFault.refused(401, "Unauthorized"));
            ChannelAddress to = new ChannelAddress(TelegramChannel.CITIZENS, Long.toString(layla.chat()));
            for (int i = 0; i < 3; i++) {
                channel.send(
                        to, new OutgoingMessage("m" + i, "marker-words-9c1b", List.of(), true, true, "rtl", "ar-IQ"));
            }
            channel.close();
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        String all = List.copyOf(log.list).stream()
                .map(event -> event.getLoggerName()
                        + event.getFormattedMessage()
                        + event.getThreadName()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : event.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
        assertThat(all).isNotEmpty();
        String secret = FakeBotApi.TOKEN.substring(FakeBotApi.TOKEN.indexOf(':') + 1);
        assertThat(all).doesNotContain(secret);
        assertThat(all).doesNotContain("marker-words");
        assertThat(all).doesNotContain(Long.toString(layla.chat()));
        assertThat(all).doesNotContain(FakeTelegramCitizen.NAME).doesNotContain(FakeTelegramCitizen.USER_NAME);
        assertThat(channel.toString() + api.settings()).doesNotContain(secret);
    }
}
