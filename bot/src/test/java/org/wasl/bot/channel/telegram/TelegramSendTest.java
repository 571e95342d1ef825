package org.wasl.bot.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.LoopbackOnly;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;

/** Every answer of the platform becomes exactly one outcome. */
@ExtendWith(LoopbackOnly.class)
class TelegramSendTest {

    private final FakeBotApi api = new FakeBotApi();
    private final TelegramChannel channel = new TelegramChannel(
            TelegramChannel.CITIZENS,
            FakeBotApi.TOKEN,
            "node",
            api.settings(),
            new InMemoryPollerLease(Clock.systemUTC()),
            Clock.systemUTC());
    private final FakeTelegramCitizen layla = api.citizen(7_004_211_337L);
    private final FakeTelegramCitizen nour = api.citizen(7_004_211_338L);

    @AfterEach
    void close() {
        channel.close();
        api.close();
    }

    private static ChannelAddress address(FakeTelegramCitizen citizen) {
        return new ChannelAddress(TelegramChannel.CITIZENS, Long.toString(citizen.chat()));
    }

    private SendOutcome send(FakeTelegramCitizen to, String id, String text) {
        return channel.send(
                address(to),
                new OutgoingMessage(
                        id, text, List.of(new OutgoingChoice("v1|s|1|yes", "نعم")), true, true, "rtl", "ar-IQ"));
    }

    @Test
    void sendsPlainTextSilentlyProtectedAndWithoutPreview() {
        send(layla, "m1", "https://example.org *x* <b>");

        var sent = api.screen(layla.chat()).getLast().sent();
        assertThat(sent.path("disable_notification").booleanValue()).isTrue();
        assertThat(sent.path("protect_content").booleanValue()).isTrue();
        assertThat(sent.path("link_preview_options").path("is_disabled").booleanValue())
                .isTrue();
        assertThat(sent.has("parse_mode")).isFalse();
        assertThat(sent.has("entities")).isFalse();
    }

    @Test
    void waitsExactlyAsLongAsToldAndOnlyThere() {
        api.next("sendMessage", BotApiFault.tooMany(3));

        assertThat(send(layla, "m1", "later")).isEqualTo(new SendOutcome.RetryAfter(Duration.ofSeconds(3), false));
        assertThat(send(nour, "m2", "now")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(send(layla, "m1", "later")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(layla.screen()).containsExactly("later");
    }

    @Test
    void aBlockEndsIt() {
        layla.blocks();

        assertThat(send(layla, "m1", "hello")).isInstanceOf(SendOutcome.BlockedByCitizen.class);
    }

    @Test
    void aChatThatIsGoneCountsAsBlocked() {
        api.next("sendMessage", BotApiFault.refused(400, "Bad Request: chat not found"));
        assertThat(send(layla, "m1", "hello")).isInstanceOf(SendOutcome.BlockedByCitizen.class);

        api.next("sendMessage", BotApiFault.refused(403, "Forbidden: user is deactivated"));
        assertThat(send(layla, "m2", "hello")).isInstanceOf(SendOutcome.BlockedByCitizen.class);
    }

    @Test
    void whatIsNotClearMayHaveArrived() {
        List<BotApiFault> unclear = List.of(
                new BotApiFault.Truncates(),
                new BotApiFault.DoesAndDies(),
                BotApiFault.badGateway(),
                BotApiFault.refused(500, "Internal Server Error"),
                BotApiFault.refused(504, "Gateway Timeout"),
                new BotApiFault.Answers(200, ""),
                new BotApiFault.Answers(200, "null"),
                new BotApiFault.Hangs(Duration.ofMinutes(1)));
        for (BotApiFault fault : unclear) {
            api.next("sendMessage", fault);
            assertThat(send(layla, "m-" + fault, "perhaps"))
                    .as("%s", fault)
                    .isEqualTo(new SendOutcome.RetryAfter(api.settings().retryFirst(), true));
        }
    }

    @Test
    void aWrongTokenIsForTheOperator() {
        api.next("sendMessage", BotApiFault.refused(401, "Unauthorized"));
        assertThat(send(layla, "m1", "x")).isEqualTo(new SendOutcome.Misconfigured("401"));

        api.next("sendMessage", BotApiFault.refused(404, "Not Found"));
        assertThat(send(layla, "m1", "x")).isEqualTo(new SendOutcome.Misconfigured("404"));
    }

    @Test
    void whatThePlatformWillNeverTakeIsNotTriedAgain() {
        assertThat(send(layla, "m1", "")).isEqualTo(new SendOutcome.RefusedForGood("400"));
    }

    @Test
    void anAnswerInAFormOfNextYearStillCountsAsSent() {
        api.next(
                "sendMessage",
                new BotApiFault.Answers(
                        200,
                        "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":\"soon\",\"chat\":7,\"from\":[],"
                                + "\"effect\":{\"x\":1}}}"));

        assertThat(send(layla, "m1", "x")).isEqualTo(new SendOutcome.Sent("77"));
    }

    @Test
    void aLongMessageIsSentInPartsAndGoesOnWhereItStopped() {
        String text = "كلمة ".repeat(1800);
        api.next("sendMessage", NOTHING, BotApiFault.tooMany(1));

        assertThat(send(layla, "long", text)).isEqualTo(new SendOutcome.RetryAfter(Duration.ofSeconds(1), false));
        assertThat(layla.screen()).hasSize(1);
        assertThat(send(layla, "long", text)).isEqualTo(new SendOutcome.Sent("1,2,3"));

        assertThat(String.join("", layla.screen())).isEqualTo(text);
        assertThat(layla.buttons()).hasSize(1);
        channel.settle(address(layla), "1,2,3");
        assertThat(layla.buttons()).isEmpty();
        channel.delete(address(layla), "1,2,3");
        assertThat(layla.screen()).isEmpty();
    }

    private static final BotApiFault NOTHING = new BotApiFault.Answers(0, "");

    @Test
    void deletingTwiceOrSettlingWhatIsGoneDoesNoHarm() {
        send(layla, "m1", "x");
        channel.settle(address(layla), "1");
        channel.settle(address(layla), "1");
        assertThat(channel.delete(address(layla), "1")).isInstanceOf(SendOutcome.Sent.class);
        assertThat(channel.delete(address(layla), "1")).isInstanceOf(SendOutcome.RefusedForGood.class);
        assertThat(channel.delete(address(layla), "no ref")).isInstanceOf(SendOutcome.RefusedForGood.class);
    }
}
