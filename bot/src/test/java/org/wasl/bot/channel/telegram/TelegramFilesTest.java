package org.wasl.bot.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.channel.MediaSource.Fetched;

class TelegramFilesTest {

    private static final long MOST = 20L * 1024 * 1024;
    private static final Duration WITHIN = Duration.ofSeconds(3);

    private final FakeBotApi api = new FakeBotApi();
    private final TelegramFiles files = new TelegramFiles(api.settings());

    @AfterEach
    void close() {
        files.close();
        api.close();
    }

    @Test
    void readsAFileToItsEnd() throws IOException {
        byte[] content = content(900_000);
        api.holds("voice1", content);

        try (InputStream in = opened()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void saysThatThePlatformNoLongerHasIt() {
        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.Gone());
        api.holds("voice1", content(10));
        api.next("file", new BotApiFault.Answers(404, "{\"ok\":false}"));
        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.Gone());
    }

    @Test
    void saysThatItIsTooLargeBeforeItIsRead() {
        api.holds("voice1", content(5_000));
        assertThat(files.open("voice1", 4_999, WITHIN)).isEqualTo(new Fetched.TooLarge());
        api.next("getFile", BotApiFault.refused(400, "Bad Request: file is too big"));
        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.TooLarge());
        assertThat(api.calls("file")).isEmpty();
    }

    @Test
    void comesAgainWhenThePlatformIsAwayOrHasEnough() {
        api.holds("voice1", content(10));
        api.next("getFile", BotApiFault.badGateway(), BotApiFault.tooMany(3));
        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.Unreachable());
        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.Unreachable());
        api.next("file", BotApiFault.badGateway());
        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.Unreachable());
    }

    @Test
    void waitsNoLongerThanItMay() {
        api.holds("voice1", content(10));
        api.next("file", new BotApiFault.Hangs(Duration.ofSeconds(20)));

        assertThat(files.open("voice1", MOST, Duration.ofMillis(300))).isEqualTo(new Fetched.Unreachable());
    }

    @Test
    void neverTakesHalfForTheWhole() throws IOException {
        api.holds("voice1", content(400_000));
        api.next("file", new BotApiFault.Truncates());

        try (InputStream in = opened()) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessage("file broken off")
                    .hasNoCause();
        }
    }

    /** The path comes from the network, and is put behind the token. */
    @ParameterizedTest
    @ValueSource(
            strings = {"../../bot/getMe", "/etc/passwd", "voice/a?b", "voice//a", "http://evil.example/a", "", "a b"})
    void asksForNothingButAPlainPath(String path) {
        api.next(
                "getFile",
                new BotApiFault.Answers(
                        200, "{\"ok\":true,\"result\":{\"file_size\":3,\"file_path\":\"" + path + "\"}}"));

        assertThat(files.open("voice1", MOST, WITHIN)).isEqualTo(new Fetched.Gone());
        assertThat(api.calls("file")).isEmpty();
    }

    private InputStream opened() {
        return ((Fetched.Opened) files.open("voice1", MOST, WITHIN)).content();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
