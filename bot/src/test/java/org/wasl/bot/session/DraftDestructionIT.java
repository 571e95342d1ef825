package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.triage.seal.DraftKeys;

/** The end of the day keys, on real keys in a folder, a real store, and a clock that moves when told. */
class DraftDestructionIT {

    private static final byte[] WORDS = Step.ascii("he came to the door");

    @RegisterExtension
    static final StoreUnderTest STORE = new StoreUnderTest();

    @TempDir
    private Path folder;

    private TurnWorld world;
    private DraftSeal seal;
    private DraftDestruction destruction;

    @BeforeEach
    void freshWorld() {
        world = new TurnWorld(STORE.bot());
        startNode();
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    /** A start: nothing in memory. */
    private void startNode() {
        DraftKeys keys = new DraftKeys(folder.resolve("drafts"), world.clock);
        seal = new DayKeySeal(keys.sealer(), keys.opener());
        destruction = new DraftDestruction(
                keys::destroyExpired, new Backlog(STORE.bot()), STORE.bot(), "bot-1", world.counters);
    }

    private boolean readable(byte[] sealed) {
        return seal.open(sealed, "state", "amal").isPresent();
    }

    private void live(Duration time) {
        Duration step = Duration.ofMinutes(20);
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(step)) {
            world.clock.advance(step);
            destruction.pass(world.clock.instant());
        }
    }

    @Test
    void leavesNothingReadableFortyEightHoursLater() {
        byte[] old = seal.seal(WORDS, "state", "amal");
        destruction.pass(world.clock.instant());
        live(Duration.ofHours(23));
        assertThat(readable(old)).isTrue();
        live(Duration.ofHours(25));

        assertThat(readable(old)).isFalse();
        startNode();
        assertThat(readable(old)).isFalse();
        assertThat(world.counters.of("wasl.session.draft-key-destroyed")).isEqualTo(1);
    }

    @Test
    void firstTakesWhatWasAcceptedBeforeAnOutageThenDestroys() {
        byte[] old = seal.seal(WORDS, "state", "amal");
        destruction.pass(world.clock.instant());
        world.say("amal", "hello");
        world.clock.advance(Duration.ofHours(60));
        startNode();
        world.restart();
        destruction.pass(world.clock.instant());
        live(Duration.ofHours(3));
        assertThat(readable(old)).isTrue();

        // A word that comes meanwhile holds nothing up: only what lay there at the start must be gone.
        world.say("bahar", "hello");
        world.run("amal");
        live(Duration.ofHours(1));
        assertThat(readable(old)).isFalse();
    }

    @Test
    void destroysNothingForAnHourWhenTheClockJumped() {
        byte[] old = seal.seal(WORDS, "state", "amal");
        destruction.pass(world.clock.instant());
        world.clock.advance(Duration.ofDays(9));
        destruction.pass(world.clock.instant());
        destruction.pass(world.clock.instant().plusSeconds(3000));
        assertThat(readable(old)).isTrue();
        assertThat(world.counters.of("wasl.session.clock-jumped")).isEqualTo(1);

        // Put right within the hour, nothing is lost; not put right, the jump was time that really passed.
        world.clock.advance(Duration.ofDays(-9));
        live(Duration.ofHours(20));
        assertThat(readable(old)).isTrue();
        assertThat(world.counters.of("wasl.session.clock-jumped")).isEqualTo(2);
        live(Duration.ofHours(28));
        assertThat(readable(old)).isFalse();
    }
}
