package org.wasl.config;

/** What one start of Wasl is. */
enum Role {

    /** Both nodes in one process, for trial: whoever breaks into the one has the other's keys. */
    ALL(true, true),

    /** Faces citizens: Redis, the desk's public keys. */
    BOT(true, false),

    /** Faces staff: the document store, Redis, the desk's private keys. */
    ADMIN(false, true);

    private final boolean bot;
    private final boolean admin;

    Role(boolean bot, boolean admin) {
        this.bot = bot;
        this.admin = admin;
    }

    boolean hasBot() {
        return bot;
    }

    boolean hasAdmin() {
        return admin;
    }

    /** What the classes at hand allow: a node jar holds one module only. */
    static Role ofJar() {
        boolean bot = holds("org/wasl/bot/channel/Channel.class");
        boolean admin = holds("org/wasl/admin/officer/package-info.class");
        if (bot && admin) {
            return ALL;
        }
        if (!bot && !admin) {
            throw new IllegalStateException("neither the bot nor the admin module is on the class path");
        }
        return bot ? BOT : ADMIN;
    }

    boolean within(Role jar) {
        return (jar.bot || !bot) && (jar.admin || !admin);
    }

    private static boolean holds(String resource) {
        return Role.class.getClassLoader().getResource(resource) != null;
    }
}
