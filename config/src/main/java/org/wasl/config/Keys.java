package org.wasl.config;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.seal.BotKeys;
import org.wasl.triage.seal.DeskKeys;
import org.wasl.triage.seal.DeskSecret;
import org.wasl.triage.seal.KeyFolder;

/** The key files of the nodes that run here, loaded once. A trial makes both halves; a node only reads its own. */
final class Keys {

    private final @Nullable BotKeys bot;
    private final @Nullable DeskKeys desk;

    private Keys(@Nullable BotKeys bot, @Nullable DeskKeys desk) {
        this.bot = bot;
        this.desk = desk;
    }

    static Keys load(HouseSettings.Keys settings, Role role, DataFolder folder, SecureRandom random) {
        if (role == Role.ALL && settings.bot().isEmpty() && settings.desk().isEmpty()) {
            KeyFolder made = KeyFolder.create(folder.keys(), secret(settings, role, folder, random), random);
            return load(made.botFolder(), made.deskFolder(), settings, role, folder, random);
        }
        return load(
                given(settings.bot(), folder.keys().resolve("bot")),
                given(settings.desk(), folder.keys().resolve("desk")),
                settings,
                role,
                folder,
                random);
    }

    BotKeys bot() {
        return Objects.requireNonNull(bot, "this start has no bot node");
    }

    DeskKeys desk() {
        return Objects.requireNonNull(desk, "this start has no admin node");
    }

    private static Keys load(
            Path bot, Path desk, HouseSettings.Keys settings, Role role, DataFolder folder, SecureRandom random) {
        return new Keys(
                role.hasBot() ? BotKeys.load(bot, Clock.systemUTC()) : null,
                role.hasAdmin() ? DeskKeys.load(desk, secret(settings, role, folder, random)) : null);
    }

    private static Path given(String setting, Path otherwise) {
        return setting.isEmpty() ? otherwise : Path.of(setting);
    }

    private static DeskSecret secret(HouseSettings.Keys settings, Role role, DataFolder folder, SecureRandom random) {
        if (!settings.deskSecret().isEmpty()) {
            return DeskSecret.of(settings.deskSecret());
        }
        if (role == Role.ALL) {
            return DeskSecret.ofFileOrNew(folder.deskSecret(), random);
        }
        throw new StartRefused(List.of("wasl.keys.desk-secret: empty (expected: 64 hex digits from a place that is not"
                + " this disk, in WASL_KEYS_DESK_SECRET)"));
    }
}
