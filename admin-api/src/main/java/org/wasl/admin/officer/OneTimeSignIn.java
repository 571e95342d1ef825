package org.wasl.admin.officer;

import java.util.Optional;

/** The way in for the very first administrator. */
public final class OneTimeSignIn {
    private static final String PATH = "/join#";

    private final StaffDesk desk;

    OneTimeSignIn(StaffDesk desk) {
        this.desk = desk;
    }

    /**
     * A path, to be put behind the console's address and told to whoever starts the node. It works once and for a day,
     * and makes an administrator; every call makes another, and all stop working once there is one. Empty when an
     * administrator has joined. What follows the sign {@code #} stays in the browser: no log sees it.
     */
    public Optional<String> pathForFirstAdministrator() {
        return desk.inviteFirstAdministrator().map(token -> PATH + token);
    }

    static String path(String token) {
        return PATH + token;
    }
}
