package org.wasl.admin.alert;

import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.Scope;

/**
 * How one of the staff wants to be alerted. An L1 overrides it: it comes by every way, at any hour.
 *
 * @param email where mail goes; empty for none
 * @param quietFrom from when only the console calls, Baghdad time; {@code null} for never
 * @param quietUntil till when; {@code null} for never
 * @param first the way tried first; {@code null} for the usual order
 */
record AlertPreference(
        String email,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        Page.@Nullable Way first) {

    public static final AlertPreference NONE = new AlertPreference("", null, null, null);

    /** Longest address by RFC 5321, 4.5.3.1.3, without its brackets. */
    private static final int LONGEST = 254;

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

    public AlertPreference {
        if (!email.isEmpty()
                && (email.length() > LONGEST || !ADDRESS.matcher(email).matches())) {
            throw new IllegalArgumentException("e-mail: " + email.length() + " characters (expected: an address)");
        }
        if ((quietFrom == null) != (quietUntil == null) || quietFrom != null && quietFrom.equals(quietUntil)) {
            throw new IllegalArgumentException("quiet hours: (expected: two different times, or none)");
        }
        if (first == Page.Way.CONSOLE || first == Page.Way.RING) {
            throw new IllegalArgumentException("first way: " + first + " (expected: one that is chosen)");
        }
    }

    /** The usual order of ways. */
    static AlertPreference usual(String email, @Nullable LocalTime quietFrom, @Nullable LocalTime quietUntil) {
        return new AlertPreference(email, quietFrom, quietUntil, null);
    }

    /** Whether only the console calls now. */
    boolean quiet(Instant now) {
        if (quietFrom == null || quietUntil == null) {
            return false;
        }
        LocalTime time = LocalTime.ofInstant(now, Scope.ZONE);
        boolean begun = !time.isBefore(quietFrom);
        boolean before = time.isBefore(quietUntil);
        return quietFrom.isBefore(quietUntil) ? begun && before : begun || before;
    }

    @Override
    public String toString() {
        return "AlertPreference[redacted]";
    }
}
