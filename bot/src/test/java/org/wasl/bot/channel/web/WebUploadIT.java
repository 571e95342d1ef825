package org.wasl.bot.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.MediaSource.Fetched;

/** Voice notes and pictures from the page, until a report is filed. */
class WebUploadIT extends WebNode {

    private static final String ID = "upload-0001";
    private static final long MOST = 8_388_608;

    @Test
    void isPromisedToTheConversationAndReadAgainAsItWas() throws IOException {
        visitor.begin();
        byte[] sound = sound(600_000);

        assertThat(uploads(ID, sound).statusCode()).isEqualTo(200);

        InboundContent.Media media = promised();
        assertThat(media.kind()).isEqualTo(MediaKind.VOICE);
        assertThat(media.size()).isEqualTo(sound.length);
        assertThat(read(media.promise())).isEqualTo(sound);
    }

    @Test
    void tellsAPictureByItsFirstBytes() {
        visitor.begin();
        byte[] picture = sound(2_000);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1}, 0, picture, 0, 4);

        assertThat(uploads(ID, picture).statusCode()).isEqualTo(200);
        assertThat(promised().kind()).isEqualTo(MediaKind.PICTURE);
    }

    @Test
    void takesTheSameOnceHoweverOftenThePageTries() {
        visitor.begin();
        for (int times = 0; times < 3; times++) {
            assertThat(uploads(ID, sound(300_000)).statusCode()).isEqualTo(200);
        }
        assertThat(gate.taken().stream().filter(event -> event.content() instanceof InboundContent.Media))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsTooLargeAndKeepsNothingOfIt() {
        visitor.begin();

        HttpResponse<String> refused = uploads(ID, sound((int) MOST + 1));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(kept()).isEmpty();
    }

    /** A box of MPEG-4 begins alike with and without pictures in it. */
    @Test
    void tellsAFilmFromSoundAndADocumentFromBoth() {
        visitor.begin();
        byte[] box = sound(700_000);
        System.arraycopy("\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1), 0, box, 0, 12);
        assertThat(uploads(ID, box).statusCode()).isEqualTo(200);
        assertThat(promised().kind()).isEqualTo(MediaKind.VOICE);

        // Across the border of two pieces.
        byte[] track = "hdlr\0\0\0\0\0\0\0\0vide".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(track, 0, box, WebUploads.PIECE - 7, track.length);
        assertThat(uploads("upload-0002", box).statusCode()).isEqualTo(200);
        assertThat(promised().kind()).isEqualTo(MediaKind.VIDEO);

        assertThat(uploads("upload-0003", "%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(200);
        assertThat(promised().kind()).isEqualTo(MediaKind.FILE);
    }

    @Test
    void keepsNothingOfWhatTheConversationDoesNotTake() {
        visitor.begin();
        uploads(ID, sound(300_000));

        app.channel().discard(promised().promise());

        assertThat(kept()).isEmpty();
    }

    @Test
    void refusesWhatIsNeitherSoundNorPicture() {
        visitor.begin();
        assertThat(uploads(ID, "MZ a program".getBytes(StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(415);
        assertThat(uploads(ID, new byte[0]).statusCode()).isEqualTo(415);
        assertThat(kept()).isEmpty();
    }

    @Test
    void refusesWithoutASessionFromElsewhereAndWithoutAName() {
        assertThat(uploads(ID, sound(10)).statusCode()).isEqualTo(401);
        visitor.begin();
        assertThat(uploads("x", sound(10)).statusCode()).isEqualTo(400);
        assertThat(visitor.send(request(ID, sound(10)).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(gate.taken()).noneMatch(event -> event.content() instanceof InboundContent.Media);
    }

    /** The page offers it again; what lies there is the same then. */
    @Test
    void isNotTakenWhileTheConversationCannotTakeIt() throws IOException {
        visitor.begin();
        gate.down(true);
        assertThat(uploads(ID, sound(1_000)).statusCode()).isEqualTo(503);
        gate.down(false);
        assertThat(uploads(ID, sound(1_000)).statusCode()).isEqualTo(200);
        assertThat(read(promised().promise())).isEqualTo(sound(1_000));
    }

    @Test
    void liesUnderASealAndNoLongerThanADraft() throws IOException {
        visitor.begin();
        byte[] sound = sound(400_000);
        System.arraycopy(MARKER.getBytes(StandardCharsets.US_ASCII), 0, sound, 200_000, MARKER.length());
        uploads(ID, sound);
        for (Path file : Files.list(redis.folder()).filter(Files::isRegularFile).toList()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(MARKER);
        }
        String promise = promised().promise();
        java.time.Instant before = now;
        now = now.plus(Duration.ofHours(25));
        app.uploads().sweep();
        now = before;

        assertThat(app.uploads().open(promise, MOST, Duration.ofSeconds(1))).isEqualTo(new Fetched.Gone());
        assertThat(kept()).isEmpty();
    }

    @Test
    void isGoneOnceItIsAtTheDesk() {
        visitor.begin();
        uploads(ID, sound(1_000));
        String promise = promised().promise();

        app.uploads().done(promise);
        app.uploads().done(promise);

        assertThat(app.uploads().open(promise, MOST, Duration.ofSeconds(1))).isEqualTo(new Fetched.Gone());
        assertThat(app.uploads().open("../" + promise, MOST, Duration.ofSeconds(1)))
                .isEqualTo(new Fetched.Gone());
    }

    @BeforeEach
    void nothingIsLeftOfOtherPages() {
        kept().forEach(key -> redis.client().del(key));
    }

    private static Set<String> kept() {
        return redis.client().keys("wasl:{web*}:u:*");
    }

    private HttpResponse<String> uploads(String id, byte[] content) {
        return visitor.send(request(id, content));
    }

    private HttpRequest.Builder request(String id, byte[] content) {
        return visitor.request("/chat/uploads?id=" + id)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
    }

    private InboundContent.Media promised() {
        return gate.taken().stream()
                .map(event -> event.content())
                .filter(InboundContent.Media.class::isInstance)
                .map(InboundContent.Media.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static byte[] read(String promise) throws IOException {
        Fetched.Opened opened = (Fetched.Opened) app.uploads().open(promise, MOST, Duration.ofSeconds(1));
        try (var content = opened.content()) {
            return content.readAllBytes();
        }
    }

    private static byte[] sound(int size) {
        byte[] sound = new byte[size];
        new Random(size).nextBytes(sound);
        byte[] head = "OggS".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, sound, 0, Math.min(size, head.length));
        return sound;
    }
}
