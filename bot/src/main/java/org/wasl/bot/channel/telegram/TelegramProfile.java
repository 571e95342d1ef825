package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.name.GetMyName;
import org.telegram.telegrambots.meta.api.methods.name.SetMyName;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/**
 * What the citizens' bot shows of itself before a word is said: name, description, menu of commands, in the languages of
 * the app. Neutral, since others look at lists of chats. Asks first and sets only what differs, so that every node may
 * do it at every start; what fails stays as it was, and nothing waits for it.
 */
final class TelegramProfile {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramProfile.class);

    /** The app's language; empty for everybody else. It knows one Kurdish. */
    private static final List<String> LANGUAGES = List.of("", "ar", "ku", "en");

    /** Each is also a word of the move it makes. */
    static final List<String> COMMANDS = List.of("start", "help", "exit", "language", "more");

    private final TelegramApi api;
    private final String name;
    private final Properties texts;

    TelegramProfile(TelegramApi api, String name) {
        this.api = api;
        this.name = name;
        this.texts = texts();
    }

    /** Whether everything is as it should be now. */
    boolean set() {
        boolean well = name.isEmpty()
                || same(
                        GetMyName.builder().build(),
                        "name",
                        name,
                        SetMyName.builder().name(name).build());
        for (String language : LANGUAGES) {
            String about = text(language, "about");
            well &= same(
                    GetMyDescription.builder().languageCode(code(language)).build(),
                    "description",
                    about,
                    SetMyDescription.builder()
                            .description(about)
                            .languageCode(code(language))
                            .build());
            well &= same(
                    GetMyShortDescription.builder().languageCode(code(language)).build(),
                    "short_description",
                    about,
                    SetMyShortDescription.builder()
                            .shortDescription(about)
                            .languageCode(code(language))
                            .build());
            well &= commands(language);
        }
        if (!well) {
            LOG.info("name, description or menu could not be set; they stay as they were");
        }
        return well;
    }

    private boolean same(BotApiMethod<?> get, String field, String wanted, BotApiMethod<?> set) {
        JsonNode now = asked(get);
        return now != null
                && (now.path(field).asText("").equals(wanted) || api.call(set) instanceof TelegramApi.Answer.Ok);
    }

    private boolean commands(String language) {
        BotCommandScopeAllPrivateChats scope = new BotCommandScopeAllPrivateChats();
        List<BotCommand> wanted = COMMANDS.stream()
                .map(command -> new BotCommand(command, text(language, command)))
                .toList();
        JsonNode now = asked(GetMyCommands.builder()
                .scope(scope)
                .languageCode(code(language))
                .build());
        if (now == null) {
            return false;
        }
        List<BotCommand> set = new ArrayList<>();
        now.forEach(one -> set.add(new BotCommand(
                one.path("command").asText(""), one.path("description").asText(""))));
        return set.equals(wanted)
                || api.call(SetMyCommands.builder()
                                .commands(wanted)
                                .scope(scope)
                                .languageCode(code(language))
                                .build())
                        instanceof TelegramApi.Answer.Ok;
    }

    private @Nullable JsonNode asked(BotApiMethod<?> get) {
        return api.call(get) instanceof TelegramApi.Answer.Ok ok ? ok.result() : null;
    }

    /** For everybody whose language has none of its own the platform is given no language at all. */
    private static @Nullable String code(String language) {
        return language.isEmpty() ? null : language;
    }

    private String text(String language, String key) {
        String tag = language.isEmpty() ? "any" : language;
        return Objects.requireNonNull(texts.getProperty(tag + "." + key), tag + "." + key);
    }

    private static Properties texts() {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(TelegramProfile.class.getResourceAsStream("profile.properties"))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
