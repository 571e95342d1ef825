package org.wasl.triage.seal;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Where a first start puts all keys, in two halves that must never lie together outside a trial: {@code bot} for bot
 * nodes, {@code desk} for admin nodes.
 */
public final class KeyFolder {

    static final String DESK_SEAL = "desk-seal.public";
    static final String DESK_OPEN = "desk-open.wrapped";
    static final String DESK_SIGN = "desk-sign.wrapped";
    static final String DESK_VERIFY = "desk-verify.public";
    static final String BOT_SEAL = "bot-seal.public";
    static final String BOT_OPEN = "bot-open.private";
    static final String BOT_SIGN = "bot-sign.private";
    static final String BOT_VERIFY = "bot-verify.public";
    static final String CAPSULE = "capsule.secret";
    static final String LOOKUP = "lookup.secret";
    static final String DEDUPE = "dedupe.secret";
    static final String PEPPER_SUFFIX = ".pepper";
    static final String DRAFTS = "drafts";
    static final String CASE_KEYS = "case-keys.wrapped";
    static final String AUDIT = "audit.wrapped";
    static final String BLIND_INDEX = "blind-index.wrapped";

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes every key of both halves when there are none, and leaves those that are there as they are. They appear all
     * at once: a creation that was cut short left nothing. Throws when only one half is there, since new keys beside
     * the old would make everything sealed so far unreadable.
     */
    public static KeyFolder create(Path folder, DeskSecret secret, SecureRandom random) {
        KeyFolder keys = new KeyFolder(folder);
        boolean bot = Files.exists(keys.botFolder());
        boolean desk = Files.exists(keys.deskFolder());
        if (bot != desk) {
            throw new IllegalStateException("key folder " + folder + ": holds only the " + (bot ? "bot" : "desk")
                    + " half (expected: both, or none; bring the other back from its copy)");
        }
        if (!bot) {
            OwnFolder.appearAtOnce(folder, fresh -> new KeyFolder(fresh).make(secret, random));
        }
        return keys;
    }

    public Path botFolder() {
        return folder.resolve("bot");
    }

    public Path deskFolder() {
        return folder.resolve("desk");
    }

    private void make(DeskSecret secret, SecureRandom random) {
        OwnFolder bot = OwnFolder.create(botFolder());
        OwnFolder desk = OwnFolder.create(deskFolder());
        KeysetHandle deskSealing = Keysets.generate(Keysets.SEALING);
        KeysetHandle botSealing = Keysets.generate(Keysets.SEALING);
        KeysetHandle deskSigning = Keysets.generate(Keysets.SIGNING);
        KeysetHandle botSigning = Keysets.generate(Keysets.SIGNING);

        desk.replace(DESK_OPEN, KeyFiles.wrap(deskSealing, DESK_OPEN, secret));
        desk.replace(DESK_SIGN, KeyFiles.wrap(deskSigning, DESK_SIGN, secret));
        desk.replace(BOT_SEAL, publicOf(botSealing));
        desk.replace(BOT_VERIFY, publicOf(botSigning));
        desk.replace(CASE_KEYS, KeyFiles.wrap(Keysets.generate(Keysets.AEAD), CASE_KEYS, secret));
        desk.replace(AUDIT, KeyFiles.wrap(fresh(random), AUDIT, secret));
        desk.replace(BLIND_INDEX, KeyFiles.wrap(fresh(random), BLIND_INDEX, secret));

        bot.replace(DESK_SEAL, publicOf(deskSealing));
        bot.replace(DESK_VERIFY, publicOf(deskSigning));
        bot.replace(BOT_OPEN, Keysets.write(botSealing));
        bot.replace(BOT_SIGN, Keysets.write(botSigning));
        bot.replace(CAPSULE, Keysets.write(Keysets.generate(Keysets.AEAD)));
        bot.replace(LOOKUP, KeyFiles.hex(fresh(random)));
        bot.replace(DEDUPE, KeyFiles.hex(fresh(random)));
        bot.replace(1 + PEPPER_SUFFIX, KeyFiles.hex(fresh(random)));
        OwnFolder.create(bot.path().resolve(DRAFTS));
    }

    private static byte[] publicOf(KeysetHandle keyset) {
        return Keysets.writePublic(Keysets.publicHalf(keyset));
    }

    private static byte[] fresh(SecureRandom random) {
        byte[] key = new byte[MacKey.SIZE];
        random.nextBytes(key);
        return key;
    }
}
