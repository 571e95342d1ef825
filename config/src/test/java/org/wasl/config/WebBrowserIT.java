package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The web chat in a real browser on a small phone: danger said, the desk told, the answer read, the chat left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebBrowserIT {

    @TempDir
    static Path data;

    private @Nullable PathWorld started;
    private @Nullable Chromium chromium;
    private int cases;
    private final Set<String> known = new HashSet<>();

    @BeforeAll
    void start() {
        started = new PathWorld(data, List.of("--wasl.session.counts-told=200ms"));
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(chromium).close();
        world().close();
    }

    private PathWorld world() {
        return Objects.requireNonNull(started);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ar  | rtl | وصلتني رسالتك وآني وياك
            ckb | rtl | نامەکەت گەیشت و لێرەم
            kmr | rtl | ناما تە گەهشت و ئەز ل ڤێرەمە
            en  | ltr | Your message is here and so am I
            """)
    void saysDangerIsAnsweredAndLeaves(String language, String direction, String answer) {
        Set<String> hosts = ConcurrentHashMap.newKeySet();
        try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
            ChatScreen screen = new ChatScreen(phone, world().chat());
            Page page = screen.page();
            page.onRequest(request ->
                    hosts.add(String.valueOf(URI.create(request.url()).getHost())));
            screen.begins(language);
            assertThat(screen.direction()).isEqualTo(direction);
            screen.taps("safe").taps("agree").taps("danger");
            int before = cases++;
            JsonNode row = world().queue(before + 1).stream()
                    .filter(candidate ->
                            candidate.path("card").path("locale").asString().equals(ChatScreen.LOCALES.get(language)))
                    .filter(candidate -> !known.contains(candidate.get("number").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("level").asString()).isEqualTo("L1");

            String number = row.get("number").asString();
            known.add(number);
            world().answers(number, answer);
            page.getByText(answer).first().waitFor();

            screen.assertNothingKept();
            assertThat(hosts).containsExactly(world().chat().getHost());

            page.keyboard().press("Escape");
            PathWorld.await("the chat to be gone", () -> gone(page, answer) ? true : null);
            String chat = world().chat().toString();
            // The page leaves first and tells the server after: the cookie goes with the server's answer.
            PathWorld.await("the session to end", () -> phone.cookies(chat).isEmpty() ? true : null);
        }
    }

    /** The picker stands in for the phone's recorder; what it hands over is at the desk, whole. */
    @Test
    void sendsAVoiceNoteByItsButton() {
        try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
            ChatScreen screen = new ChatScreen(phone, world().chat()).begins("ckb");
            Page page = screen.page();
            screen.taps("safe").taps("agree").taps("danger");
            int before = cases++;
            String number = world().queue(before + 1).stream()
                    .map(row -> row.get("number").asString())
                    .filter(one -> !known.contains(one))
                    .findFirst()
                    .orElseThrow();

            known.add(number);

            page.locator("#clip").click();
            assertThat(page.locator("#limit").innerText()).contains("8");
            chooses(page, "audio/ogg", new byte[8_388_609]);
            page.locator("#notice:not(:empty)").waitFor();
            assertThat(page.locator("#log .file").count()).isZero();

            page.locator("#clip").click();
            chooses(page, "audio/ogg", sound());
            page.locator("#log .file:not(.waiting)").waitFor();
            assertThat(page.locator("#log .file .state").innerText()).isEqualTo("گەیشت");
            assertThat(page.locator("#log .file .words").innerText()).doesNotContain("made-up-name");
            world().caseThat(
                            number,
                            held -> held.path("reports")
                                    .path(0)
                                    .path("attachments")
                                    .path(0)
                                    .path("state")
                                    .asString("")
                                    .equals("HERE"));
        }
    }

    /**
     * Six who read a poster's code: five leave at the first question, one has something to tell. What comes back of the
     * poster, and of those who left, is a number and nothing else.
     */
    @Test
    void bringsTheCodeOfAPosterToItsSessionAsACount() {
        StaffBrowser awareness = world().joins("Made-up Awareness", "AWARENESS_OFFICER");
        JsonNode asked = awareness.makes("/api/awareness-sessions", """
                {"asker": "SCHOOL", "topic": "ONLINE_SAFETY", "place": "SCHOOL", "governorate": "DQ", "language": "ar",
                 "wish": "Two classes", "contact": ""}
                """);
        String path = "/api/awareness-sessions/" + asked.get("id").asString();
        String officer = awareness.api("/api/me").get("id").asString();
        awareness.changes(
                path, "/plan", 1, "{\"officer_id\":\"" + officer + "\",\"begins\":\"" + Instant.now() + "\"}");
        String code = awareness.api(path).get("campaign").asString();
        for (int reader = 0; reader < 6; reader++) {
            try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
                ChatScreen screen = new ChatScreen(phone, URI.create(world().chat() + "#" + code)).begins("ar");
                assertThat(screen.page().url()).doesNotContain(code);
                if (reader == 5) {
                    screen.taps("safe").taps("agree").taps("danger");
                    known.add(fresh());
                } else {
                    screen.page().keyboard().press("Escape");
                    String chat = world().chat().toString();
                    PathWorld.await(
                            "the session to end", () -> phone.cookies(chat).isEmpty() ? true : null);
                }
                if (reader < 4) {
                    assertThat(awareness.api(path).path("begun").asInt(0))
                            .as("none, or hidden")
                            .isZero();
                    assertThat(left("SAFETY")).as("fewer than five").isZero();
                }
            }
        }
        // Told in whole fives.
        PathWorld.await("the count", () -> awareness.api(path).path("begun").asInt(0) == 5 ? true : null);
        PathWorld.await("where they left", () -> left("SAFETY") == 5 ? true : null);
    }

    /** Conversations left at a stage in this quarter, as far as it is told. */
    private int left(String stage) {
        for (JsonNode cell : world().supervisor().api("/api/statistics/running").path("cells")) {
            if (cell.path("dimension").asString().equals("STAGE")
                    && cell.path("value").asString().equals(stage)) {
                return cell.path("figure").path("count").asInt(0);
            }
        }
        throw new AssertionError("not told: " + stage);
    }

    /** Called, given a number by voice, come back in the chat with it, answered there; the lost number opens nothing. */
    @Test
    void opensTheConversationByTheNumberGivenOnTheTelephone() {
        try (BrowserContext desk = Objects.requireNonNull(chromium).screen(1280, 900)) {
            desk.addCookies(world().supervisor().cookies());
            Page console = desk.newPage();
            console.navigate(world().console().resolve("/calls/new").toString());
            console.locator("textarea[name=words]").fill("واحد يهددني بصوري من شهر ويريد فلوس");
            console.locator("button[data-send-now]").click();
            String number = fresh();
            known.add(number);
            world().supervisor().change(number, "/acknowledgement", "{}");

            String digits = given(console, number);
            comesBack(digits, number, "رجعت مثل ما كلتولي");

            String second = given(console, number);
            assertThat(second).isNotEqualTo(digits);
            try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
                ChatScreen thief =
                        new ChatScreen(phone, world().chat()).begins("ar").writes(digits);
                assertThat(thief.page().locator("#log").innerText()).doesNotContain("وصلنا كلامك");
            }
            world().supervisor().change(number, "/replies", "{\"text\":\"وصلنا كلامك\"}");
            try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
                ChatScreen again =
                        new ChatScreen(phone, world().chat()).begins("ar").writes(second);
                again.page().getByText("وصلنا كلامك").first().waitFor();
            }
        }
    }

    /** Makes a number on its page and reads it off the screen. */
    private String given(Page console, String number) {
        console.navigate(
                world().console().resolve("/cases/" + number + "/receipt").toString());
        if (console.locator("[data-sure]").count() > 0) {
            console.locator("[data-sure]").check();
        }
        console.locator("[data-make]").click();
        console.locator("[data-groups] b").first().waitFor();
        String digits = String.join("", console.locator("[data-groups] b").allInnerTexts());
        assertThat(digits).matches("[0-9]{20}");
        console.locator("[data-check]").fill(digits);
        assertThat(console.locator("[data-check-says=right]").isVisible()).isTrue();
        assertThat(Axe.faults(console)).isEmpty();
        console.locator("[data-put-away]").click();
        assertThat(console.content()).doesNotContain(digits.substring(0, 4) + "</b>");
        assertThat(world().supervisor().page("/cases/" + number)).doesNotContain(digits);
        return digits;
    }

    private void comesBack(String digits, String number, String words) {
        try (BrowserContext phone = Objects.requireNonNull(chromium).screen(360, 740)) {
            ChatScreen screen =
                    new ChatScreen(phone, world().chat()).begins("ar").writes(digits);
            screen.taps("add").adds(words);
            world().caseThat(number, held -> held.toString().contains(words));
        }
    }

    /** The case that was not there before. */
    private String fresh() {
        return world().queue(++cases).stream()
                .map(row -> row.get("number").asString())
                .filter(one -> !known.contains(one))
                .findFirst()
                .orElseThrow();
    }

    private static void chooses(Page page, String type, byte[] content) {
        FileChooser chooser = page.waitForFileChooser(
                () -> page.locator("#kinds button[value='sound']").click());
        chooser.setFiles(new FilePayload("made-up-name.ogg", type, content));
    }

    private static byte[] sound() {
        byte[] sound = new byte[400_000];
        new Random(9).nextBytes(sound);
        System.arraycopy("OggS".getBytes(StandardCharsets.US_ASCII), 0, sound, 0, 4);
        return sound;
    }

    private static boolean gone(Page page, String answer) {
        return !page.url().startsWith("http://127.0.0.1")
                || page.getByText(answer).count() == 0;
    }
}
