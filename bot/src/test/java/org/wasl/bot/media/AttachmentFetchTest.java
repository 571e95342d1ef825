package org.wasl.bot.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.MediaSource;
import org.wasl.bot.conversation.WorkRequest;
import org.wasl.bot.conversation.WorkResult;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.session.ConversationKey;
import org.wasl.bot.session.StoreUnavailable;
import org.wasl.triage.intake.AttachmentId;
import org.wasl.triage.intake.AttachmentOpener;
import org.wasl.triage.intake.AttachmentSealer;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.intake.IntakeEntry;
import org.wasl.triage.intake.IntakeEntry.AttachmentMissing.Why;
import org.wasl.triage.intake.Mark;
import org.wasl.triage.intake.Shard;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Signer;
import org.wasl.triage.seal.Verifier;

/** From a promise to what the desk gets, through everything a platform and a store can do. */
class AttachmentFetchTest {

    private static final Bytes SEED = Bytes.ofHex("07".repeat(32));
    private static final ChannelKind KIND = new ChannelKind("telegram");
    private static final ConversationKey KEY = new ConversationKey("2a".repeat(16));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final byte[] SOUND = sound(700_000);

    private final Deque<MediaSource.Fetched> answers = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Bytes> pushed = new CopyOnWriteArrayList<>();
    private final List<IntakeEntry> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger storeAway = new AtomicInteger();
    private final AtomicBoolean room = new AtomicBoolean(true);
    private final AttachmentOpener opener = new AttachmentOpener(Verifier.ofRaw(Signer.publicKeyOf(SEED)));
    private final AttachmentFetch fetch = fetch(MediaSettings.DEFAULTS.attempts(), 100);

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void handsOverEveryPieceAndThenWhatOpensThem() {
        answers.add(opened(SOUND));

        assertThat(run(MediaKind.VOICE)).isEqualTo(result(true));

        IntakeEntry.AttachmentArrived arrived = (IntakeEntry.AttachmentArrived) told.getFirst();
        assertThat(told).hasSize(1);
        assertThat(arrived.seal().size()).isEqualTo(SOUND.length);
        List<Bytes> chunks = chunks();
        assertThat(opener.whole(arrived.seal(), arrived.id(), chunks::get)).isTrue();
    }

    @Test
    void beginsAnewWhenThePlatformBreaksOffAndMixesNothing() {
        answers.add(new MediaSource.Fetched.Unreachable());
        answers.add(brokenOff(500_000));
        answers.add(opened(SOUND));

        assertThat(run(MediaKind.VOICE)).isEqualTo(result(true));

        IntakeEntry.AttachmentArrived arrived = (IntakeEntry.AttachmentArrived) told.getFirst();
        List<Bytes> ofThisAttempt = pushed.stream()
                .map(wire -> opener.chunk(wire))
                .flatMap(java.util.Optional::stream)
                .filter(chunk -> chunk.blob().equals(arrived.seal().blob()))
                .map(chunk -> chunk.sealed())
                .toList();
        assertThat(pushed.size()).isGreaterThan(ofThisAttempt.size());
        assertThat(opener.whole(arrived.seal(), arrived.id(), ofThisAttempt::get))
                .isTrue();
    }

    @Test
    void tellsTheDeskFirstWhenItIsNoMore() {
        answers.add(new MediaSource.Fetched.Gone());

        assertThat(run(MediaKind.VOICE)).isEqualTo(result(false));
        assertThat(told).singleElement().extracting("why").isEqualTo(Why.GONE);
        assertThat(asked).hasValue(1);
    }

    @Test
    void givesUpAfterItsAttempts() {
        for (int times = 0; times < 9; times++) {
            answers.add(new MediaSource.Fetched.Unreachable());
        }
        assertThat(run(MediaKind.VOICE)).isEqualTo(result(false));
        assertThat(told).singleElement().extracting("why").isEqualTo(Why.NOT_REACHED);
        assertThat(asked).hasValue(MediaSettings.DEFAULTS.attempts());
    }

    @Test
    void takesNoMoreThanIsAllowedWhateverThePlatformSaid() {
        answers.add(opened(sound((int) MediaSettings.DEFAULTS.largest() + 1)));

        assertThat(run(MediaKind.VOICE)).isEqualTo(result(false));
        assertThat(told).singleElement().extracting("why").isEqualTo(Why.TOO_LARGE);
    }

    @Test
    void takesForAVoiceNoteOnlyWhatIsSound() {
        answers.add(opened("MZ something else".getBytes(StandardCharsets.US_ASCII)));

        assertThat(run(MediaKind.VOICE)).isEqualTo(result(false));
        assertThat(told).singleElement().extracting("why").isEqualTo(Why.REFUSED);
        assertThat(chunks()).isEmpty();
    }

    /** That our own store was away is nobody's last attempt. */
    @Test
    void outlastsAStoreThatIsAway() {
        storeAway.set(12);
        for (int times = 0; times < 14; times++) {
            answers.add(opened(SOUND));
        }
        assertThat(run(MediaKind.VOICE)).isEqualTo(result(true));
    }

    @Test
    void waitsWhileTheStoreHasNoRoomSoThatWordsHaveIt() throws InterruptedException {
        room.set(false);
        answers.add(opened(SOUND));
        CompletableFuture<WorkResult> running =
                fetch.start(KEY, new ChannelAddress(KIND, "42"), request(MediaKind.VOICE));
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(asked).hasValue(0);
        assertThat(running).isNotDone();

        room.set(true);

        assertThat(running.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(result(true));
    }

    @Test
    void saysOfWhatItHasNoPlaceForThatItIsMissing() {
        try (AttachmentFetch small = fetch(1, 1)) {
            room.set(false);
            small.start(KEY, new ChannelAddress(KIND, "42"), request(MediaKind.VOICE));
            assertThat(small.start(KEY, new ChannelAddress(KIND, "43"), request(MediaKind.VOICE))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .isEqualTo(result(false));
        }
    }

    @Test
    void leavesTheWorkToTheNextStartWhenTheNodeStops() {
        room.set(false);
        CompletableFuture<WorkResult> running =
                fetch.start(KEY, new ChannelAddress(KIND, "42"), request(MediaKind.VOICE));

        fetch.close();

        assertThat(running.handle((done, failed) -> failed != null)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .isTrue();
        assertThat(told).isEmpty();
    }

    private AttachmentFetch fetch(int attempts, int waiting) {
        MediaSettings settings = new MediaSettings(
                2,
                waiting,
                MediaSettings.DEFAULTS.largest(),
                Duration.ofSeconds(1),
                attempts,
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                0.5,
                1_000,
                Duration.ofMillis(5));
        Filing filing = new Filing(
                entry -> {
                    told.add(entry);
                    return Bytes.ofUtf8("sealed");
                },
                (address, key, pepper, terms, about) -> new Capsule(Bytes.EMPTY),
                address -> new Mark("0c".repeat(32)));
        return new AttachmentFetch(
                Map.of(KIND, new Source()),
                new AttachmentSealer(Signer.ofRaw(SEED), new SecureRandom()),
                filing,
                this::push,
                room::get,
                CLOCK,
                settings);
    }

    private CompletableFuture<Void> push(Shard shard, Bytes sealed) {
        assertThat(shard).isEqualTo(KEY.shard());
        if (storeAway.getAndDecrement() > 0) {
            return CompletableFuture.failedFuture(new StoreUnavailable("away"));
        }
        pushed.add(sealed);
        return CompletableFuture.completedFuture(null);
    }

    private WorkResult run(MediaKind kind) {
        return fetch.start(KEY, new ChannelAddress(KIND, "42"), request(kind))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private List<Bytes> chunks() {
        return pushed.stream()
                .map(opener::chunk)
                .flatMap(java.util.Optional::stream)
                .map(chunk -> chunk.sealed())
                .toList();
    }

    private static WorkRequest.FetchAttachment request(MediaKind kind) {
        return new WorkRequest.FetchAttachment("1a".repeat(16), "1b".repeat(16), kind, "file-id");
    }

    private static WorkResult result(boolean arrived) {
        return new WorkResult.AttachmentFetched(
                "1a".repeat(16), new AttachmentId("1b".repeat(16)).value(), MediaKind.VOICE, arrived);
    }

    private static MediaSource.Fetched opened(byte[] content) {
        return new MediaSource.Fetched.Opened(new ByteArrayInputStream(content));
    }

    private static MediaSource.Fetched brokenOff(int after) {
        return new MediaSource.Fetched.Opened(new InputStream() {
            private final InputStream whole = new ByteArrayInputStream(SOUND, 0, after);

            @Override
            public int read() throws IOException {
                int next = whole.read();
                if (next < 0) {
                    throw new IOException("file broken off");
                }
                return next;
            }
        });
    }

    private static byte[] sound(int size) {
        byte[] sound = new byte[size];
        new Random(size).nextBytes(sound);
        byte[] head = "OggS".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, sound, 0, head.length);
        return sound;
    }

    private final class Source implements MediaSource {
        @Override
        public ChannelKind kind() {
            return KIND;
        }

        @Override
        public synchronized Fetched open(String promise, long most, Duration within) {
            asked.incrementAndGet();
            assertThat(promise).isEqualTo("file-id");
            return java.util.Objects.requireNonNull(answers.poll());
        }
    }
}
