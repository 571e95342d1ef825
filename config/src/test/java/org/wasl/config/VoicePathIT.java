package org.wasl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasl.bot.channel.telegram.BotApiFault;
import org.wasl.bot.channel.telegram.FakeTelegramCitizen;
import tools.jackson.databind.JsonNode;

/** A voice note from a phone to the ear of whoever is on duty, through the whole of Wasl as it is shipped. */
class VoicePathIT {

    private static final String SPOKEN = "zubaydaspokenmarker";
    private static final String FILE = "AwACAgvoicefilemarker01";
    private static final String LOST = "AwACAgvoicefilemarker02";

    @TempDir
    Path data;

    @Test
    void isHeardAtTheDeskAndLiesOpenNowhere() {
        byte[] sound = sound();
        try (PathWorld world = new PathWorld(data, java.util.List.of("--wasl.media.retry-first=50ms"))) {
            world.telegram().holds(FILE, sound);
            // The first attempt breaks off in the middle; nothing of it may be mixed with the second.
            world.telegram().next("file", new BotApiFault.Truncates());
            FakeTelegramCitizen citizen = world.citizen(551_000_777L);
            citizen.starts();
            for (String choice : java.util.List.of("en", "safe", "agree", "danger")) {
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

            voice(citizen, LOST);
            JsonNode after = world.caseThat(number, found -> stateOf(found, 1).equals("MISSING"));
            assertThat(attachment(after, 1).get("missing").asString()).isEqualTo("GONE");
            citizen.awaitMessage("did not arrive");
        }
        assertThat(places(SPOKEN)).as("the sound in the open").isEmpty();
        assertThat(places(FILE)).as("the platform's name in the open").isEmpty();
        assertThat(places(LOST)).as("the platform's name in the open").isEmpty();
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
