package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

    @TempDir
    private Path folder;

    private void recorded(String locale, String name, String words) throws IOException {
        Path at = Files.createDirectories(folder.resolve(locale));
        Files.write(at.resolve(name + ".mp3"), new byte[] {1, 2, 3});
        Files.writeString(at.resolve(name + ".txt"), words);
    }

    @Test
    void findsTheRecordingThatSaysTheSame() throws IOException {
        recorded("ckb", "safe", "ئێستا نووسین سەلامەتە؟\n");
        recorded("ar-IQ", "safe", "هل الوضع آمن للكتابة الآن؟");

        Recordings recordings = Recordings.read(folder);

        assertThat(recordings.of("ckb", "ئێستا نووسین سەلامەتە؟").orElseThrow().id())
                .isEqualTo("ckb/safe.mp3");
        assertThat(recordings.named("ckb/safe.mp3").orElseThrow().sound()).containsExactly(1, 2, 3);
    }

    @Test
    void aSentenceThatWasChangedLosesItsVoice() throws IOException {
        recorded("en", "here", "Somebody is here now.");

        Recordings recordings = Recordings.read(folder);

        assertThat(recordings.of("en", "Nobody is here now.")).isEmpty();
        assertThat(recordings.of("en", "Somebody is here now. Wait.")).isEmpty();
        assertThat(recordings.of("ar-IQ", "Somebody is here now.")).isEmpty();
    }

    @Test
    void whatIsFilledInAndANoteBelowDoNotMatter() throws IOException {
        recorded("en", "receipt", "This is the number: {number}. It opens the answer.");

        Recordings recordings = Recordings.read(folder);

        assertThat(recordings.of("en", "This is the number: \u20661234 5678\u2069. It opens the answer."))
                .isPresent();
        assertThat(recordings.of("en", "This is the number: 1. It opens the answer.\n\nDemonstration."))
                .isPresent();
    }

    @Test
    void namesEverythingThatIsWrong() throws IOException {
        recorded("en", "Loud Name", "x");
        recorded("not a locale", "safe", "x");
        Files.write(folder.resolve("en/alone.ogg"), new byte[1]);
        Files.write(folder.resolve("en/long.mp3"), new byte[Recordings.LARGEST + 1]);

        assertThatThrownBy(() -> Recordings.read(folder))
                .hasMessageContaining("Loud Name.mp3 (expected")
                .hasMessageContaining("not a locale (expected")
                .hasMessageContaining("alone.ogg: the words it says are not beside it in alone.txt")
                .hasMessageContaining("long.mp3: 262145 bytes (expected: at most 262144)");
        assertThatThrownBy(() -> Recordings.read(folder.resolve("nowhere"))).hasMessageContaining("expected: a folder");
    }
}
