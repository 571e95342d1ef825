package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;

/** What was stored by an earlier version is read by this one; samples are only ever added to. */
class SessionTest {

    private static final ConversationKey KEY = new ConversationKey("0a".repeat(16));
    private static final Instant AT = Instant.parse("2026-11-22T06:00:12Z");

    @Test
    void readsWhatWasStoredBeforeSessionsWereMadeSmall() throws IOException {
        assertSame(Session.fromStored(under("born:4:", sample("session-2.hex")), new Open(), KEY));
    }

    @Test
    void readsWhatItStoresNow() throws IOException {
        assertSame(Session.fromStored(under("born:4:", sample("session-3.hex")), new Open(), KEY));
        assertSame(Session.fromStored(demonstration().toStored(new Open(), KEY), new Open(), KEY));
    }

    private static void assertSame(Session read) {
        Session written = demonstration();
        assertThat(read.address).isEqualTo(written.address);
        assertThat(read.revision).isEqualTo(4);
        assertThat(read.lastWord).isEqualTo(AT);
        assertThat(read.refs).isEqualTo(written.refs);
        assertThat(read.windows).isEqualTo(List.of("evening"));
        assertThat(read.timers).containsExactly("lost");
        assertThat(read.dialogue).isEqualTo(written.dialogue);
    }

    static Session demonstration() {
        Session session = new Session(new ChannelAddress(new ChannelKind("web"), "demonstration"), "born", 4);
        session.spoke(AT, SessionSettings.DEFAULTS.invitation());
        session.locale = "ckb";
        session.windows = List.of("evening");
        session.timers.add("lost");
        session.remember(new Session.MessageRef("in-1", AT, false));
        session.remember(new Session.MessageRef("out-1", AT.plusMillis(20), true));
        session.dialogue = "what the dialogue keeps".getBytes(StandardCharsets.UTF_8);
        return session;
    }

    private static byte[] sample(String name) throws IOException {
        return HexFormat.of()
                .parseHex(Files.readString(Path.of("src/test/resources/stored").resolve(name))
                        .strip());
    }

    private static byte[] under(String head, byte[] sealed) {
        byte[] prefix = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(prefix.length + sealed.length)
                .put(prefix)
                .put(sealed)
                .array();
    }

    /** Seals nothing, so that a sample shows what is under the seal. */
    private static final class Open implements DraftSeal {
        @Override
        public byte[] seal(byte[] plain, String purpose, String... about) {
            return plain;
        }

        @Override
        public Optional<byte[]> open(byte[] sealed, String purpose, String... about) {
            return Optional.of(sealed);
        }
    }
}
