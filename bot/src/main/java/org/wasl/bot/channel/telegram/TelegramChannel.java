package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.wasl.bot.channel.Capabilities;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.ChannelPulse;
import org.wasl.bot.channel.InboundGate;
import org.wasl.bot.channel.MessageParts;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.PollerLease;
import org.wasl.bot.channel.SendOutcome;

/**
 * One Telegram bot: the citizens' or the officers'. Text goes out without any markup mode, so that nothing a person
 * wrote can be taken for markup, and without link previews.
 */
final class TelegramChannel implements Channel, ChannelPulse {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramChannel.class);

    static final ChannelKind CITIZENS = new ChannelKind("telegram");
    static final ChannelKind OFFICERS = new ChannelKind("telegram-officer");

    /** UTF-16 units; Telegram says characters, of which there are never more. */
    private static final int MAX_TEXT = 4096;

    /** A row of one button on a small phone; longer labels are cut off by the app. */
    private static final int MAX_LABEL = 40;

    private static final int MAX_BUTTONS = 24;
    private static final Duration DELETABLE = Duration.ofHours(48);

    /** What the platform takes in one call. */
    private static final int DELETED_AT_ONCE = 100;

    private static final int UNFINISHED_MAX = 1000;

    private static final Capabilities CAPABILITIES =
            new Capabilities(MAX_BUTTONS, MAX_LABEL, MAX_TEXT, true, DELETABLE, true);

    private final ChannelKind kind;
    private final String node;
    private final TelegramSettings settings;
    private final TelegramApi api;
    private final TelegramApi pollApi;
    private final PollerLease lease;
    private final Clock clock;

    /** Parts of a long message that are out already, so that a later attempt does not say them twice. */
    private final Map<String, List<String>> unfinished = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > UNFINISHED_MAX;
        }
    };

    private @Nullable TelegramPoller poller;

    TelegramChannel(
            ChannelKind kind, String token, String node, TelegramSettings settings, PollerLease lease, Clock clock) {
        this.kind = kind;
        this.node = node;
        this.settings = settings;
        this.lease = lease;
        this.clock = clock;
        this.api = new TelegramApi(settings, token, settings.callTimeout(), kind.name() + "-call-");
        this.pollApi = new TelegramApi(
                settings, token, settings.pollTimeout().plus(settings.callTimeout()), kind.name() + "-poll-");
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public synchronized void start(InboundGate gate) {
        if (poller != null) {
            throw new IllegalStateException(kind.name() + ": started twice");
        }
        UpdateReader reader = new UpdateReader(kind, clock);
        TelegramPoller fresh = new TelegramPoller(
                kind.name(), node, settings, pollApi, reader, new TelegramCourtesy(api, clock), lease, clock, gate);
        fresh.start();
        poller = fresh;
        if (kind.equals(CITIZENS)) {
            Thread.ofVirtual().name("profile-" + kind.name()).start(this::showProfile);
        }
    }

    private void showProfile() {
        try {
            new TelegramProfile(api, settings.publicName()).set();
        } catch (RuntimeException e) {
            LOG.info(
                    "{}: name and menu were left alone ({})",
                    kind.name(),
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        TelegramPoller running;
        synchronized (this) {
            running = poller;
            poller = null;
        }
        if (running != null) {
            running.stop();
        }
    }

    /** Also ends the calls under way; the channel is of no use afterwards. */
    void close() {
        stop();
        pollApi.close();
        api.close();
    }

    @Override
    public synchronized Pulse pulse() {
        return poller == null ? new Pulse(State.OFF, Optional.empty(), 0, "") : poller.pulse();
    }

    @Override
    public SendOutcome send(ChannelAddress to, OutgoingMessage message) {
        List<String> parts = MessageParts.of(message.text(), MAX_TEXT);
        List<String> refs = begun(message.id());
        for (int i = refs.size(); i < parts.size(); i++) {
            SendOutcome outcome = sendPart(to, message, parts.get(i), i == parts.size() - 1);
            if (!(outcome instanceof SendOutcome.Sent sent)) {
                remember(message.id(), refs);
                return outcome;
            }
            refs.add(sent.messageRef());
        }
        forget(message.id());
        return new SendOutcome.Sent(String.join(",", refs));
    }

    private SendOutcome sendPart(ChannelAddress to, OutgoingMessage message, String text, boolean last) {
        SendMessage send = SendMessage.builder()
                .chatId(to.value())
                .text(text)
                .disableNotification(message.silent())
                .protectContent(message.protectedContent())
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .build();
        if (last && !message.choices().isEmpty()) {
            send.setReplyMarkup(keyboard(message.choices()));
        }
        return outcome(send, "");
    }

    private static InlineKeyboardMarkup keyboard(List<OutgoingChoice> choices) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (OutgoingChoice choice : choices) {
            InlineKeyboardRow row = new InlineKeyboardRow();
            row.add(InlineKeyboardButton.builder()
                    .text(choice.label())
                    .callbackData(choice.token())
                    .build());
            rows.add(row);
        }
        return new InlineKeyboardMarkup(rows);
    }

    @Override
    public void settle(ChannelAddress to, String messageRef) {
        List<String> refs = refs(messageRef);
        if (!refs.isEmpty()) {
            // "Message is not modified" is what a second time says; either way the buttons are gone.
            api.call(EditMessageReplyMarkup.builder()
                    .chatId(to.value())
                    .messageId(Integer.valueOf(refs.getLast()))
                    .build());
        }
    }

    @Override
    public SendOutcome delete(ChannelAddress to, String messageRef) {
        List<String> refs = refs(messageRef);
        if (refs.isEmpty()) {
            return new SendOutcome.RefusedForGood("no-such-message");
        }
        SendOutcome outcome = new SendOutcome.Sent(messageRef);
        for (String ref : refs) {
            SendOutcome one = outcome(new DeleteMessage(to.value(), Integer.valueOf(ref)), ref);
            outcome = one instanceof SendOutcome.Sent ? outcome : one;
        }
        return outcome;
    }

    /** A hundred in one call; where the platform refuses those as a whole, one by one. */
    @Override
    public SendOutcome deleteAll(ChannelAddress to, List<String> messageRefs) {
        List<Integer> ids = messageRefs.stream()
                .flatMap(ref -> refs(ref).stream())
                .map(Integer::valueOf)
                .toList();
        for (int from = 0; from < ids.size(); from += DELETED_AT_ONCE) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + DELETED_AT_ONCE));
            SendOutcome outcome = outcome(new DeleteMessages(to.value(), some), "all");
            if (outcome instanceof SendOutcome.RefusedForGood) {
                outcome = Channel.super.deleteAll(
                        to, some.stream().map(String::valueOf).toList());
            }
            if (!(outcome instanceof SendOutcome.Sent)) {
                return outcome;
            }
        }
        return new SendOutcome.Sent("");
    }

    /** One attempt. What the platform may or may not have done counts as perhaps done. */
    private SendOutcome outcome(BotApiMethod<?> method, String ref) {
        return switch (api.call(method)) {
            case TelegramApi.Answer.Ok ok -> new SendOutcome.Sent(ref.isEmpty() ? messageId(ok.result()) : ref);
            case TelegramApi.Answer.Unclear() -> new SendOutcome.RetryAfter(settings.retryFirst(), true);
            case TelegramApi.Answer.Refused refused -> refused(refused);
        };
    }

    private SendOutcome refused(TelegramApi.Answer.Refused refused) {
        return switch (refused.code()) {
            case 401, 404 -> new SendOutcome.Misconfigured(Integer.toString(refused.code()));
            case 403 -> new SendOutcome.BlockedByCitizen();
            case 429 ->
                new SendOutcome.RetryAfter(
                        refused.retryAfter().isZero() ? settings.retryFirst() : refused.retryAfter(), false);
            case 400 ->
                refused.because("chat not found") || refused.because("user is deactivated")
                        ? new SendOutcome.BlockedByCitizen()
                        : new SendOutcome.RefusedForGood("400");
            default ->
                refused.code() >= 500 || refused.code() == 0
                        ? new SendOutcome.RetryAfter(settings.retryFirst(), true)
                        : new SendOutcome.RefusedForGood(Integer.toString(refused.code()));
        };
    }

    private static String messageId(JsonNode result) {
        return result.path("message_id").asText("");
    }

    private static List<String> refs(String messageRef) {
        return messageRef.matches("[0-9]{1,9}(,[0-9]{1,9})*") ? List.of(messageRef.split(",", -1)) : List.of();
    }

    private List<String> begun(String id) {
        synchronized (unfinished) {
            return new ArrayList<>(unfinished.getOrDefault(id, List.of()));
        }
    }

    private void remember(String id, List<String> refs) {
        if (!refs.isEmpty()) {
            synchronized (unfinished) {
                unfinished.put(id, List.copyOf(refs));
            }
        }
    }

    private void forget(String id) {
        synchronized (unfinished) {
            unfinished.remove(id);
        }
    }
}
