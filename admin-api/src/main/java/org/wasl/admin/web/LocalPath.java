package org.wasl.admin.web;

/** A path inside the console, fit to be sent to after signing in. */
public final class LocalPath {
    private static final int LONGEST = 200;

    private LocalPath() {}

    /** Whether this leads nowhere but into the console, and not to its first page. */
    public static boolean isOne(String path) {
        return path.length() <= LONGEST && path.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*");
    }
}
