package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.BytesWriter;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

class CapsuleSealerTest {

    private static final ChannelAddressText ADDRESS = new ChannelAddressText("telegram", "1000000001");
    private static final Bytes REPLY_KEY = Bytes.ofHex("0c".repeat(32));

    @TempDir
    private Path folder;

    private BotKeys bot;

    @BeforeEach
    void keys() {
        bot = botOf("one");
    }

    @Test
    void givesAddressAndReplyKeyBack() {
        assertThat(opener().open(sealer().seal(ADDRESS, REPLY_KEY, "mailbox"), "mailbox"))
                .contains(new CapsuleContent(ADDRESS, REPLY_KEY));
        assertThat(opener().open(sealer().seal(ADDRESS, null, "officer"), "officer"))
                .contains(new CapsuleContent(ADDRESS, null));
    }

    @Test
    void givesBackOnWhatTermsTheChatMayBeOpened() {
        Pin pin = Pin.of("4711", Bytes.ofHex("0d".repeat(Pin.SALT)));
        ChatTerms terms = new ChatTerms(ContactWindows.read(List.of("evening:thu+fri")), true, "نارنج", "ckb", pin, 3);
        CapsuleContent content = new CapsuleContent(ADDRESS, REPLY_KEY, 2, terms);

        CapsuleContent read =
                opener().open(sealer().seal(content, "mailbox"), "mailbox").orElseThrow();

        assertThat(read).isEqualTo(content);
        assertThat(read.mailbox("mailbox").orElseThrow().address().pepper()).isEqualTo(2);
        assertThat(new CapsuleContent(ADDRESS, REPLY_KEY).mailbox("mailbox")).isEmpty();
    }

    @Test
    void readsACapsuleOfTheFirstVersion() {
        Bytes first = new BytesWriter()
                .version(1)
                .text("telegram", 128)
                .text("1000000001", 128)
                .optional(REPLY_KEY, (out, key) -> out.bytes(key, 32))
                .written();
        Capsule old = new Capsule(bot.capsuleSealer().seal(first, CapsuleSealer.context("mailbox")));

        assertThat(opener().open(old, "mailbox")).contains(new CapsuleContent(ADDRESS, REPLY_KEY));
    }

    @Test
    void refusesAnotherMailboxAndAnotherBot() {
        Capsule capsule = sealer().seal(ADDRESS, REPLY_KEY, "mailbox");

        assertThat(opener().open(capsule, "other")).isEmpty();
        assertThat(new CapsuleOpener(botOf("two").capsuleOpener()).open(capsule, "mailbox"))
                .isEmpty();
    }

    @Test
    void refusesAnyChangeAndNeverThrows() {
        byte[] sealed = sealer().seal(ADDRESS, REPLY_KEY, "mailbox").sealed().toArray();
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 64;
            assertThat(opener().open(new Capsule(Bytes.copyOf(changed)), "mailbox"))
                    .isEmpty();
        }
        Random random = new Random(19);
        for (int round = 0; round < 2_000; round++) {
            byte[] garbage = new byte[random.nextInt(700)];
            random.nextBytes(garbage);
            assertThat(opener().open(new Capsule(Bytes.copyOf(garbage)), "mailbox"))
                    .isEmpty();
        }
    }

    /** The desk keeps them: a longer address, or a missing key, must not be told from another. */
    @Test
    void hasOneSize() {
        int size = sealer().seal(ADDRESS, REPLY_KEY, "mailbox").sealed().size();

        assertThat(sealer().seal(new ChannelAddressText("web", "x".repeat(128)), null, "officer")
                        .sealed()
                        .size())
                .isEqualTo(size);
        assertThatThrownBy(() -> sealer().seal(new ChannelAddressText("web", "x".repeat(129)), null, "officer"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("xx");
    }

    @Test
    void marksEqualAddressesEqualAndNothingElse() {
        MarkMaker marks = new MarkMaker(bot.lookup());

        assertThat(marks.mark("telegram", "12")).isEqualTo(marks.mark("telegram", "12"));
        assertThat(marks.mark("telegram", "12")).isNotEqualTo(marks.mark("telegram", "13"));
        assertThat(marks.mark("telegram", "12")).isNotEqualTo(marks.mark("web", "12"));
        assertThat(marks.mark("telegram1", "2")).isNotEqualTo(marks.mark("telegram", "12"));
        assertThat(marks.mark("telegram", "12"))
                .isNotEqualTo(new MarkMaker(botOf("two").lookup()).mark("telegram", "12"));
        assertThat(marks.mark("telegram", "12").value()).matches("[0-9a-f]{64}");
    }

    private CapsuleSealer sealer() {
        return new CapsuleSealer(bot.capsuleSealer());
    }

    private CapsuleOpener opener() {
        return new CapsuleOpener(bot.capsuleOpener());
    }

    private BotKeys botOf(String name) {
        KeyFolder keys = KeyFolder.create(folder.resolve(name), DeskSecret.of("5a".repeat(32)), new SecureRandom());
        return BotKeys.load(keys.botFolder(), InstantSource.system());
    }
}
