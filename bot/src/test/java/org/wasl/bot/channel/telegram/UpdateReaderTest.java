package org.wasl.bot.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundContent.MediaKind;
import org.wasl.bot.channel.InboundContent.UnsupportedKind;
import org.wasl.bot.channel.InboundEvent;

class UpdateReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final UpdateReader reader = new UpdateReader(TelegramChannel.CITIZENS, Clock.fixed(NOW, ZoneOffset.UTC));

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private UpdateReader.Reading message(String content) {
        return reader.read(json("""
                {"update_id":7,"message":{"message_id":3,"date":1700000000,
                 "from":{"id":42,"first_name":"Layla-Demo-Name"},"chat":{"id":42,"type":"private"},%s}}
                """.formatted(content)));
    }

    private List<InboundContent> contents(String content) {
        return message(content).events().stream().map(InboundEvent::content).toList();
    }

    @Test
    void takesThePlatformsOwnTimeAndNamesTheEventByIdAndDate() {
        InboundEvent event = message("\"text\":\"salam\"").events().getFirst();

        assertThat(event.saidAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(event.eventId()).isEqualTo("7@1700000000");
        assertThat(event.messageRef()).isEqualTo("3");
        assertThat(event.from().value()).isEqualTo("42");
    }

    @Test
    void readsTheStartCommandAndItsCode() {
        assertThat(contents("\"text\":\"/start\"")).containsExactly(new InboundContent.Started(""));
        assertThat(contents("\"text\":\"/start poster-12\"")).containsExactly(new InboundContent.Started("poster-12"));
        assertThat(contents("\"text\":\"/start <script>\"")).containsExactly(new InboundContent.Started(""));
        assertThat(contents("\"text\":\"/start Layla_0770\"")).containsExactly(new InboundContent.Started(""));
        assertThat(contents("\"text\":\"/start " + "a".repeat(33) + "\""))
                .containsExactly(new InboundContent.Started(""));
        assertThat(contents("\"text\":\"/started\"")).containsExactly(new InboundContent.Text("/started"));
    }

    @Test
    void promisesTheLargestPictureAndKeepsWhatStandsUnderIt() {
        String photo = "\"photo\":[{\"file_id\":\"small\",\"width\":90,\"height\":90,\"file_size\":900},"
                + "{\"file_id\":\"large\",\"width\":1280,\"height\":960,\"file_size\":250000},"
                + "{\"file_id\":\"middle\",\"width\":320,\"height\":240,\"file_size\":9000}],"
                + "\"media_group_id\":\"album\",\"caption\":\"this is him\"";

        List<InboundEvent> events = message(photo).events();

        assertThat(events.stream().map(InboundEvent::content))
                .containsExactly(
                        new InboundContent.Text("this is him"),
                        new InboundContent.Media(MediaKind.PICTURE, "large", 250_000, "album"));
        assertThat(events.stream().map(InboundEvent::eventId)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"voice, VOICE", "video, VIDEO", "video_note, VIDEO", "animation, VIDEO", "audio, FILE", "document, FILE"
    })
    void promisesOtherMedia(String field, MediaKind kind) {
        assertThat(contents("\"" + field + "\":{\"file_id\":\"f\",\"file_size\":5}"))
                .containsExactly(new InboundContent.Media(kind, "f", 5, ""));
    }

    @Test
    void roundsAPlaceToAboutAKilometre() {
        assertThat(contents("\"location\":{\"latitude\":33.312876,\"longitude\":44.361488}"))
                .containsExactly(new InboundContent.Place(33.31, 44.36));
    }

    @Test
    void keepsNothingOfACardOrAStickerOrAPoll() {
        assertThat(contents("\"contact\":{\"phone_number\":\"+9647700000000\",\"first_name\":\"X\"}"))
                .containsExactly(new InboundContent.Unsupported(UnsupportedKind.CONTACT));
        assertThat(contents("\"sticker\":{\"file_id\":\"s\"}"))
                .containsExactly(new InboundContent.Unsupported(UnsupportedKind.STICKER));
        assertThat(contents("\"poll\":{\"id\":\"1\"}"))
                .containsExactly(new InboundContent.Unsupported(UnsupportedKind.OTHER));
    }

    @Test
    void takesForwardedWordsAndDropsWhereTheyCameFrom() {
        String origin = "\"forward_origin\":{\"type\":\"user\",\"sender_user\":{\"id\":9,\"first_name\":\"Someone\"}}";

        assertThat(contents(origin + ",\"text\":\"I will find you\""))
                .containsExactly(new InboundContent.Text("I will find you"));
        assertThat(contents(origin)).containsExactly(new InboundContent.Unsupported(UnsupportedKind.FORWARD));
    }

    @Test
    void isSilentAboutWhatTheAppItselfReports() {
        assertThat(contents("\"pinned_message\":{\"message_id\":1}")).isEmpty();
        assertThat(contents("\"message_auto_delete_timer_changed\":{\"message_auto_delete_time\":86400}"))
                .isEmpty();
    }

    @Test
    void anEditIsAnsweredButALivePlaceIsNot() {
        JsonNode edit = json("{\"update_id\":8,\"edited_message\":{\"message_id\":3,\"date\":1700000000,"
                + "\"edit_date\":1700000100,\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":\"x\"}}");
        InboundEvent event = reader.read(edit).events().getFirst();
        assertThat(event.content()).isEqualTo(new InboundContent.Unsupported(UnsupportedKind.EDIT));
        assertThat(event.saidAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_100));

        JsonNode moves = json("{\"update_id\":9,\"edited_message\":{\"message_id\":3,\"date\":1700000000,"
                + "\"chat\":{\"id\":42,\"type\":\"private\"},\"location\":{\"latitude\":1,\"longitude\":2}}}");
        assertThat(reader.read(moves).events()).isEmpty();
    }

    @Test
    void handsOverNothingFromAGroup() {
        for (String type : List.of("group", "supergroup", "channel")) {
            UpdateReader.Reading reading = reader.read(json("{\"update_id\":7,\"message\":{\"message_id\":3,"
                    + "\"date\":1700000000,\"from\":{\"id\":42},\"chat\":{\"id\":-100123,\"type\":\"" + type
                    + "\",\"title\":\"Family\"},\"text\":\"hello\"}}"));
            assertThat(reading.events()).isEmpty();
            assertThat(reading.group()).isEqualTo("-100123");
        }
    }

    @Test
    void hearsABlock() {
        JsonNode blocked = json("{\"update_id\":7,\"my_chat_member\":{\"date\":1700000000,"
                + "\"chat\":{\"id\":42,\"type\":\"private\"},\"new_chat_member\":{\"status\":\"kicked\"}}}");

        assertThat(reader.read(blocked).events().getFirst().content()).isEqualTo(new InboundContent.Left());
    }

    @Test
    void aTapIsNamedByItsOwnId() {
        JsonNode tap = json("{\"update_id\":7,\"callback_query\":{\"id\":\"c9\",\"from\":{\"id\":42},"
                + "\"data\":\"v1|s|2|yes\",\"message\":{\"message_id\":5,\"date\":1600000000,"
                + "\"chat\":{\"id\":42,\"type\":\"private\"}}}}");

        UpdateReader.Reading reading = reader.read(tap);

        assertThat(reading.callbackId()).isEqualTo("c9");
        InboundEvent event = reading.events().getFirst();
        assertThat(event.eventId()).isEqualTo("tap:c9");
        assertThat(event.saidAt()).isEqualTo(NOW);
        assertThat(event.content()).isEqualTo(new InboundContent.Tap("v1|s|2|yes"));
    }

    @Test
    void halfASignIsReplacedAndTheRestStays() {
        assertThat(contents("\"text\":\"a\\ud83d b\\udc69 \\ud83d\\udc69\""))
                .containsExactly(new InboundContent.Text("a\uFFFD b\uFFFD \ud83d\udc69"));
    }

    @Test
    void saysOfABrokenUpdateOnlyThatItIsBroken() {
        JsonNode broken = json("{\"update_id\":7,\"message\":{\"chat\":{\"id\":42},\"text\":\"secret-marker\"}}");

        assertThatThrownBy(() -> reader.read(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret-marker")
                .hasMessageNotContaining("42");
    }
}
