package org.wasl.bot.mailbox;

import java.time.Instant;
import java.util.List;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.conversation.Input;
import org.wasl.bot.filing.Filing;
import org.wasl.bot.session.ConversationNames;
import org.wasl.bot.session.Outside.OfficerTurn;
import org.wasl.triage.intake.IntakeEntry;

/**
 * The officers' own bot: it knows addresses that were linked and nothing else. An alert is one fixed line and a link; a
 * tap is "seen", never an acknowledgement.
 */
final class OfficerChat {

    static final ChannelKind CHANNEL = new ChannelKind("telegram-officer");

    private static final String SEEN = "s|";
    private static final String LINE = "وصل: حالة تنتظرك · وەسڵ: دۆسیەیەک چاوەڕێتە · Wasl: a case waits for you";
    private static final String BUTTON = "شفتها · بینیم · Seen";
    private static final String LINKED =
            "استلمنا الرمز. أكمل الربط من شاشة العمل. · کۆدەکە گەیشت. · Code received; finish linking at the console.";
    private static final String ASK_CODE =
            "أرسل رمز الربط من شاشة العمل. · کۆدی بەستنەوە بنێرە. · Send the link code from the console.";

    private final ConversationNames names;
    private final Filing filing;

    OfficerChat(ConversationNames names, Filing filing) {
        this.names = names;
        this.filing = filing;
    }

    boolean isOfficer(ChannelAddress address) {
        return address.kind().equals(CHANNEL);
    }

    OfficerTurn turn(ChannelAddress address, Input input, Instant now) {
        return switch (input) {
            case Input.Tapped tap
            when tap.token().startsWith(SEEN) ->
                new OfficerTurn(
                        List.of(new IntakeEntry.Seen(link(address), tap.token().substring(SEEN.length()), now)), null);
            case Input.Started started -> linked(address, started.campaign());
            case Input.Said said -> linked(address, said.text().strip());
            default -> new OfficerTurn(List.of(), null);
        };
    }

    /** The alert as it stands in the officer's chat. */
    static OutgoingMessage alert(String onceValue, String url) {
        return new OutgoingMessage(
                "alert-" + onceValue,
                LINE + "\n" + url,
                List.of(new OutgoingChoice(SEEN + onceValue, BUTTON)),
                false,
                true,
                "rtl",
                "ar-IQ");
    }

    private OfficerTurn linked(ChannelAddress address, String code) {
        if (!code.matches("[A-Za-z0-9-]{6,40}")) {
            return new OfficerTurn(List.of(), ASK_CODE);
        }
        String link = link(address);
        return new OfficerTurn(
                List.of(new IntakeEntry.OfficerLinked(code, link, filing.capsule(address, null, link))), LINKED);
    }

    /** Names the officer's chat for the desk. */
    private String link(ChannelAddress address) {
        return names.other("officer", address.kind().name(), address.value());
    }
}
