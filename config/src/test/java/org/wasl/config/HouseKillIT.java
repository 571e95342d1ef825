package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.telegram.BotApiFault;
import org.wasl.bot.channel.telegram.FakeBotApi;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;

/**
 * Kills the whole product with -9 while people write to it over both channels and an officer answers them, at each step
 * of accept, commit, send and drain and at any moment, alone and together with its Redis. In the end every word that was
 * accepted is in one case once, every report is one case, every answer came, and at worst a message came again.
 * {@code -Dwasl.kills=20} for the long version, which also kills while it starts.
 */
@Tag("beside-another")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseKillIT {

    private static final int KILLS = Integer.getInteger("wasl.kills", 3);
    private static final int ON_PAGES = 9;
    private static final int ON_TELEGRAM = 6;

    /** Every so many kills the next start is killed as well. */
    private static final int STARTS_BETWEEN_DEATHS = 5;

    private static final String VOICE_FILE = "AwACAgvoicekilled01";
    private static final String VOICED = "vc";

    @TempDir
    static Path data;

    private final FakeBotApi telegram = new FakeBotApi();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable KilledHouse started;
    private @Nullable AnsweringStaff answering;

    @BeforeAll
    void start() throws Exception {
        started = new KilledHouse(data, telegram).starts();
        answering = staff(started).begins();
    }

    @AfterAll
    void stop() throws Exception {
        staff().close();
        house().close();
        http.shutdownNow();
        telegram.close();
    }

    private KilledHouse house() {
        return Objects.requireNonNull(started);
    }

    private AnsweringStaff staff() {
        return Objects.requireNonNull(answering);
    }

    @Test
    void nothingAcceptedIsLostOrDoubledWhereverItIsKilled() throws Exception {
        Crowd crowd = new Crowd("k", house());
        crowd.come(ON_PAGES, number -> new WebPage(http, house().chat()));
        crowd.come(ON_TELEGRAM, number -> new TelegramChat(telegram, 990_000L + number));
        List<String> missed = new ArrayList<>();
        Random random = new Random(20_261_122);
        int before = house().kills();
        while (house().kills() - before < KILLS) {
            kill(house().kills() - before, random, missed);
        }
        Thread.sleep(1_000);
        crowd.ends();
        List<Ledger.SeenCase> cases =
                settled("p", seen -> Ledger.findings(crowd.witnesses(), seen).isEmpty());
        say(crowd, cases);
        assertThat(missed).as("moments that never came").isEmpty();
        assertThat(crowd.broken()).isEmpty();
        assertThat(Ledger.findings(crowd.witnesses(), cases)).isEmpty();
        assertThat(telegram.pending()).as("updates not confirmed").isZero();
        assertThat(house().faults()).isEmpty();
        assertThat(crowd.witnesses()).hasSizeGreaterThan(KILLS);
    }

    @Test
    void theCheckNoticesAWordAcknowledgedTooSoonAndOneTakenTwice() throws Exception {
        try (HastyFront front = new HastyFront(house().chat(), Ledger.sign("pc2", 2), Ledger.sign("pc2", 3))) {
            Crowd crowd = new Crowd("p", house());
            Thread citizen = Thread.ofPlatform().start(() -> crowd.comes(2, number -> new WebPage(http, front.uri())));
            front.awaitHaste();
            house().kill(false);
            house().starts();
            citizen.join();
            assertThat(crowd.broken()).isEmpty();
            assertThat(Ledger.findings(crowd.witnesses(), settled("k", HouseKillIT::allDelivered)))
                    .containsExactly("lost: (pc2w2)", "doubled: (pc2w3), 2 times");
        }
    }

    /** Pieces on their way are lost with the node; the promise is not, and what arrives is there once. */
    @Test
    void aVoiceNoteIsFetchedAnewWhenTheNodeDiesInTheMiddleOfIt() throws Exception {
        String sign = "(" + VOICED + "1w1)";
        telegram.holds(VOICE_FILE, sound());
        FakeTelegramCitizen citizen = telegram.citizen(880_001L);
        citizen.starts();
        for (String option : List.of("en", "safe", "agree", "danger")) {
            citizen.awaitOption(option).tapsOption(option);
        }
        citizen.says("made-up words " + sign);
        String number = PathWorld.await(
                "the case",
                () -> staff().cases().stream()
                        .filter(seen -> seen.words().stream().anyMatch(line -> line.contains(sign)))
                        .map(Ledger.SeenCase::number)
                        .findFirst()
                        .orElse(null));

        telegram.next("file", new BotApiFault.Hangs(Duration.ofSeconds(20)));
        citizen.sends(message -> message.putObject("voice")
                .put("file_id", VOICE_FILE)
                .put("duration", 90)
                .put("mime_type", "audio/ogg")
                .put("file_size", sound().length));
        telegram.await("the fetch", all -> !all.calls("file").isEmpty());
        house().kill(false);
        house().starts();
        // Again while its pieces are handed over, or just after.
        telegram.await("the second fetch", all -> all.calls("file").size() > 1);
        house().kill(true);
        house().starts();

        PathWorld.await("the voice note", () -> states(number).contains("HERE") ? true : null);
        assertThat(states(number)).containsExactly("HERE");
    }

    private List<String> states(String number) {
        try {
            return staff().attachments(number);
        } catch (IllegalStateException | AssertionError starting) {
            return List.of();
        }
    }

    private static byte[] sound() {
        byte[] sound = new byte[4_000_000];
        new Random(4).nextBytes(sound);
        System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, sound, 0, 4);
        return sound;
    }

    private void kill(int round, Random random, List<String> missed) throws Exception {
        KillMoment moment = KillMoment.values()[round % KillMoment.values().length];
        Thread.sleep(1_500 + random.nextInt(3_000));
        long delay = random.nextBoolean() ? 0 : random.nextInt(moment.spread() + 1);
        if (!house().awaits(moment, delay)) {
            missed.add(moment.name());
        }
        // The second time round each moment comes the other way.
        house().kill((round + round / KillMoment.values().length) % 2 == 1);
        if (round % STARTS_BETWEEN_DEATHS == STARTS_BETWEEN_DEATHS - 1) {
            house().diesWhileStarting(random.nextInt(4_000));
        }
        house().starts();
    }

    private static AnsweringStaff staff(KilledHouse house) {
        StaffBrowser administrator = new StaffBrowser(house.console()).joins(house.output(), "first.administrator");
        String invitation = administrator.invites("Made-up Supervisor", "SUPERVISOR");
        return new AnsweringStaff(new StaffBrowser(house.console())
                .joins(invitation, "made.up.supervisor")
                .goesOnDuty());
    }

    /**
     * The cases without those of the voice note and of another crowd, once all is as it must be in the end: words on
     * their way through the bot need a while after a start. What is not so by then never will be.
     */
    private List<Ledger.SeenCase> settled(String others, Predicate<List<Ledger.SeenCase>> done)
            throws InterruptedException {
        List<Ledger.SeenCase> cases = casesWithout(others);
        for (int i = 0; i < 120 && !done.test(cases); i++) {
            Thread.sleep(500);
            cases = casesWithout(others);
        }
        return cases;
    }

    private List<Ledger.SeenCase> casesWithout(String others) {
        return staff().cases().stream()
                .filter(seen -> seen.words().stream()
                        .noneMatch(line -> line.contains("(" + others + "c") || line.contains("(" + VOICED)))
                .toList();
    }

    private static boolean allDelivered(List<Ledger.SeenCase> cases) {
        return cases.stream()
                .allMatch(seen ->
                        !seen.answers().isEmpty() && seen.answers().stream().allMatch(Ledger.Answer::delivered));
    }

    private void say(Crowd crowd, List<Ledger.SeenCase> cases) {
        System.out.printf(
                "%d kills of the whole product: %d citizens, %d words accepted, %d cases, %d answers, %d citizens to whom"
                        + " something came again; starts %s ms%n",
                house().kills(),
                crowd.witnesses().size(),
                crowd.words(),
                cases.size(),
                cases.stream().mapToInt(seen -> seen.answers().size()).sum(),
                crowd.witnesses().stream().filter(HouseKillIT::again).count(),
                house().startTimes());
    }

    private static boolean again(Ledger.Witness witness) {
        long answers = witness.shown().stream()
                .filter(text -> text.contains("answer-"))
                .count();
        return witness.most() > 1 || answers > 1;
    }
}
