package org.wasl.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasl.bot.channel.Attachable;
import org.wasl.bot.channel.InboundContent.MediaKind;

/** What may be sent beside words: what is offered is what is taken, and what is not taken is kept nowhere. */
class MediaTest {

    private static final Material TAKING = taking();

    @Test
    void offersSoundAndNothingElseByDefault() {
        Chat chat = Chat.atTheStory("en").tells("My neighbour shouts at me").taps("me");
        assertThat(chat.attachable()).isEqualTo(Attachable.SOUND);
        assertThat(grown(Chat.atTheStory("en")).attachable()).isEqualTo(Attachable.SOUND);
    }

    @Test
    void offersPicturesToAGrownUpWhoAgreedWhereTheServiceTakesThem() {
        Chat chat = Chat.atTheStory("en", TAKING);
        assertThat(chat.attachable()).isEqualTo(Attachable.SOUND);

        assertThat(grown(chat).attachable()).isEqualTo(Attachable.FILES);
        assertThat(discarded(chat.sends(MediaKind.PICTURE))).isEmpty();
        assertThat(chat.said()).contains("kept under seal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"under9", "under15", "under18"})
    void offersAChildNoPicturesAndKeepsNoneOfIt(String age) {
        Chat chat = Chat.atTheStory("en", TAKING).tells("My neighbour shouts at me");
        chat.taps("me", age);

        assertThat(chat.attachable()).isEqualTo(Attachable.SOUND);
        assertThat(discarded(chat.sends(MediaKind.PICTURE))).containsExactly("p-PICTURE");
        assertThat(chat.effects).anyMatch(Effect.Withhold.class::isInstance);
        assertThat(chat.effects)
                .noneMatch(effect ->
                        effect instanceof Effect.Work work && work.request() instanceof WorkRequest.FetchAttachment);
    }

    /** A page hands the bytes over before anybody could ask whether they are wanted. */
    @ParameterizedTest
    @EnumSource(value = MediaKind.class, names = "VOICE", mode = EnumSource.Mode.EXCLUDE)
    void keepsNothingOfWhatIsNotTaken(MediaKind kind) {
        Chat chat = Chat.atTheStory("en").sends(kind);

        assertThat(discarded(chat)).containsExactly("p-" + kind);
        assertThat(chat.said()).contains("Nothing of it was kept");
    }

    @Test
    void keepsNothingWhereNothingIsSent() {
        Chat chat = new Chat(Materials.REAL);
        chat.says("hello").taps("en", "safe", "advice");

        assertThat(chat.attachable()).isEqualTo(Attachable.NOTHING);
        assertThat(discarded(chat.sends(MediaKind.VOICE))).containsExactly("p-VOICE");
    }

    @Test
    void offersNothingOnTheHarmlessPage() {
        Chat chat = Chat.atTheStory("en").taps("m-exit");
        assertThat(chat.attachable()).isEqualTo(Attachable.NOTHING);
    }

    private static Chat grown(Chat chat) {
        return chat.tells("My neighbour shouts at me").taps("me", "adult");
    }

    private static List<String> discarded(Chat chat) {
        return chat.effects.stream()
                .filter(Effect.Discard.class::isInstance)
                .map(effect -> ((Effect.Discard) effect).promise())
                .toList();
    }

    private static Material taking() {
        return Copies.with(Materials.REAL, "settings", Copies.with(ConversationSettings.DEFAULTS, "pictures", true));
    }
}
