package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.admin.picture.Pictures;
import org.wasl.bot.channel.telegram.BotApiFault;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import tools.jackson.databind.JsonNode;

/** A voice note from a phone to the ear of whoever is on duty, through the whole of Wasl as it is shipped. */
class VoicePathIT {

    private static final String SPOKEN = "zubaydaspokenmarker";
    private static final String FILE = "AwACAgvoicefilemarker01";
    private static final String LOST = "AwACAgvoicefilemarker02";
    private static final String PHOTOGRAPH = "AwACAgpicturefilemarker01";

    @TempDir
    Path data;

    @Test
    void isHeardAtTheDeskAndLiesOpenNowhere() {
        byte[] sound = sound();
        try (PathWorld world = new PathWorld(data, List.of("--wasl.media.retry-first=50ms"))) {
            world.telegram().holds(FILE, sound);
            // The first attempt breaks off in the middle; nothing of it may be mixed with the second.
            world.telegram().next("file", new BotApiFault.Truncates());
            FakeTelegramCitizen citizen = world.citizen(551_000_777L);
            citizen.starts();
            for (String choice : List.of("en", "safe", "agree", "danger")) {
                citizen.awaitOption(choice).tapsOption(choice);
            }
            String number = world.queue(1).getFirst().get("number").asString();
            voice(citizen, FILE);
            JsonNode held = world.caseThat(number, found -> stateOf(found, 0).equals("HERE"));

            HttpResponse<byte[]> played = world.supervisor()
                    .plays("/api/cases/" + number + "/attachments/"
                            + attachment(held, 0).get("id").asString());

            assertThat(played.statusCode()).isEqualTo(200);
            assertThat(played.body()).isEqualTo(sound);
            assertThat(played.headers().firstValue("Content-Type")).hasValue("audio/ogg");
            assertThat(played.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(world.supervisor().page("/cases/" + number)).contains("<audio controls");
            HttpResponse<byte[]> part = world.supervisor()
                    .plays(
                            "/api/cases/" + number + "/attachments/"
                                    + attachment(held, 0).get("id").asString(),
                            "Range",
                            "bytes=300000-300018");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo(SPOKEN);
            assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 300000-300018/600000");

            voice(citizen, LOST);
            JsonNode after = world.caseThat(number, found -> stateOf(found, 1).equals("MISSING"));
            assertThat(attachment(after, 1).get("missing").asString()).isEqualTo("GONE");
            citizen.awaitMessage("did not arrive");
        }
        assertThat(places(SPOKEN)).as("the sound in the open").isEmpty();
        assertThat(places(FILE)).as("the platform's name in the open").isEmpty();
        assertThat(places(LOST)).as("the platform's name in the open").isEmpty();
    }

    /** From a phone that writes the place into each photograph to the screen of who works on the case. */
    @Test
    void aPictureIsSeenAtTheDeskAsACopyWithoutThePlace() {
        byte[] photograph = Pictures.photograph(1_600, 1_200, 6);
        try (PathWorld world = new PathWorld(data, List.of("--wasl.conversation.pictures=true"))) {
            world.telegram().holds(PHOTOGRAPH, photograph);
            FakeTelegramCitizen citizen = world.citizen(551_000_778L);
            citizen.starts();
            for (String choice : List.of("en", "safe", "agree", "calm")) {
                citizen.awaitOption(choice).tapsOption(choice);
            }
            citizen.awaitOption("done").says("My neighbour shouts at me through the wall every night");
            for (String choice : List.of("done", "me", "adult")) {
                citizen.awaitOption(choice).tapsOption(choice);
            }
            citizen.sends(message -> message.putArray("photo")
                    .addObject()
                    .put("file_id", PHOTOGRAPH)
                    .put("file_size", photograph.length)
                    .put("width", 1_600)
                    .put("height", 1_200));
            citizen.awaitMessage("kept under seal");
            citizen.skipsUntil("send").tapsOption("send");
            String number = world.queue(1).getFirst().get("number").asString();
            JsonNode held = world.caseThat(number, found -> stateOf(found, 0).equals("HERE"));
            String picture = "/api/cases/" + number + "/attachments/"
                    + attachment(held, 0).get("id").asString();

            assertThat(world.supervisor().plays(picture + "/picture").statusCode())
                    .as("before it is claimed")
                    .isEqualTo(403);
            world.supervisor().change(number, "/acknowledgement", "{}");
            HttpResponse<byte[]> seen = world.supervisor().plays(picture + "/picture");

            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(seen.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(seen.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(seen.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
            assertThat(Pictures.latin(seen.body())).doesNotContain(Pictures.MARKER);
            assertThat(Pictures.seen(seen.body()).getHeight()).isEqualTo(1_600);
            assertThat(world.supervisor().plays(picture).statusCode())
                    .as("the original")
                    .isEqualTo(404);
            looksAtItOnThePage(world, number);
        }
        assertThat(places(Pictures.MARKER)).as("the place in the open").isEmpty();
    }

    /** Nothing is fetched by opening the page; what is fetched lies covered, and is covered again. */
    private static void looksAtItOnThePage(PathWorld world, String number) {
        try (Chromium chromium = new Chromium();
                BrowserContext desk = chromium.screen(1366, 900)) {
            desk.addCookies(world.supervisor().cookies());
            Page page = desk.newPage();
            List<String> fetched = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/picture")) {
                    fetched.add(request.url());
                }
            });
            page.navigate(world.console().resolve("/cases/" + number).toString());
            page.locator("[data-look]").waitFor();
            assertThat(fetched).isEmpty();

            page.locator("[data-look]").click();
            page.locator("[data-picture] img.covered").waitFor();
            assertThat(fetched).hasSize(1);
            assertThat(page.locator("[data-uncovers]").getAttribute("aria-pressed"))
                    .isEqualTo("false");
            page.keyboard().press("Enter");
            page.locator("[data-picture] img:not(.covered)").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "web", "desk-picture.png")));
            // The page's own faint mark of who reads it is meant to be faint.
            assertThat(Axe.faults(page).stream().filter(fault -> !fault.where().contains("Made-up Supervisor")))
                    .isEmpty();
            page.evaluate("dispatchEvent(new Event('blur'))");
            page.locator("[data-picture] img.covered").waitFor();
        }
    }

    private static void voice(FakeTelegramCitizen citizen, String file) {
        citizen.sends(message -> message.putObject("voice")
                .put("file_id", file)
                .put("duration", 7)
                .put("mime_type", "audio/ogg")
                .put("file_size", 600_000));
    }

    private static String stateOf(JsonNode held, int at) {
        return attachment(held, at).path("state").asString("");
    }

    private static JsonNode attachment(JsonNode held, int at) {
        return held.path("reports").path(0).path("attachments").path(at);
    }

    private Stream<Path> places(String marker) {
        try (Stream<Path> all = Files.walk(data)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/bin/"))
                    .filter(file -> holds(file, marker))
                    .toList()
                    .stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean holds(Path file, String marker) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(marker);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] sound() {
        byte[] sound = new byte[600_000];
        new Random(7).nextBytes(sound);
        byte[] head = "OggS".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, sound, 0, head.length);
        byte[] marker = SPOKEN.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(marker, 0, sound, 300_000, marker.length);
        return sound;
    }
}
