package org.wasl.admin.console;

import java.util.List;
import java.util.Locale;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;

/**
 * The console's pages as its head lists them, in this order: one line for each, with the permission without which it
 * is not shown. A new page is a new line here and {@link #key()} in a bundle; everything else finds it.
 */
enum Navigation {
    /** The screen of whoever goes out; not one for the desk's own bar. */
    MY_WORK("/my-work", Permission.CASE_CLAIM, false),
    QUEUE("/queue", Permission.QUEUE_READ, true),
    CALL("/calls/new", Permission.CALL_ENTER, true),
    ALERTS("/alerts", Permission.CASE_CLAIM, true),
    MEETINGS("/meetings", Permission.MEETING, false),
    HANDOVERS("/handovers", Permission.HANDOVER, false),
    TRANSFERS("/transfers", Permission.CASE_CLAIM, false),
    PARTNERS("/partners", Permission.REFER, false),
    WALLBOARD("/wallboard", Permission.WALLBOARD, false),
    STATISTICS("/statistics", Permission.STATISTICS_READ, false),
    AWARENESS("/awareness", Permission.AWARENESS, false),
    CARE("/care", Permission.EXPOSURE_READ, false),
    STAFF("/staff", Permission.STAFF_MANAGE, false),
    BREAK_GLASS("/break-glass", Permission.BREAK_GLASS_CONFIRM, false),
    GLASS_LOG("/break-glass/log", Permission.AUDIT_READ, false),
    AUDIT_LOG("/audit-log", Permission.AUDIT_READ, false),
    RETENTION("/retention", Permission.RETENTION, false),
    AUDIT("/audit", Permission.AUDIT_VERIFY, false);

    /** So many stand in the bar for everybody; a phone has no room for more. */
    static final int BAR = 3;

    private final String path;
    private final Permission needs;
    private final boolean daily;

    /**
     * @param path of the page itself; what lies below it counts as the same place
     * @param needs what one must hold to reach it
     * @param daily used every hour of a shift, so it stands in the bar before the others
     */
    Navigation(String path, Permission needs, boolean daily) {
        this.path = path;
        this.needs = needs;
        this.daily = daily;
    }

    /** What this person may reach. */
    static List<Navigation> of(CurrentStaff staff) {
        return List.of(values()).stream()
                .filter(entry -> staff.may(entry.needs))
                .toList();
    }

    /** What of it stands in the bar: the daily ones, and the others as far as there is room. */
    static List<Navigation> bar(List<Navigation> reachable) {
        long room = BAR - reachable.stream().filter(entry -> entry.daily).count();
        List<Navigation> others =
                reachable.stream().filter(entry -> !entry.daily).toList();
        return reachable.stream()
                .filter(entry -> entry.daily || others.size() <= room)
                .toList();
    }

    /** Public for the page, which finds only public methods. */
    public String path() {
        return path;
    }

    /** Its name among the messages. */
    public String key() {
        return "nav." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody at this address stands on it. */
    public boolean leadsTo(String here) {
        return here.equals(path) || here.startsWith(path + "/");
    }
}
