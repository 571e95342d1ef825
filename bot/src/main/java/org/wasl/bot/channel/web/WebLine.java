package org.wasl.bot.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Attachable;

/**
 * One thing for a page to do, in order.
 *
 * @param k {@code say}, {@code settle} or {@code gone}
 * @param r which message it is about; a page that has it already ignores a second {@code say}
 * @param t the words of {@code say}
 * @param c its buttons
 * @param d {@code rtl} or {@code ltr}
 * @param l language tag
 * @param a the recording that says the same; {@code null} where there is none
 * @param m what may be sent beside words from now on: {@code s} sound, {@code f} pictures and documents as well;
 *     {@code null} for nothing
 */
record WebLine(
        String k,
        String r,
        String t,
        List<Button> c,
        String d,
        String l,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String a,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String m) {

    static @Nullable String mark(Attachable attachable) {
        return switch (attachable) {
            case NOTHING -> null;
            case SOUND -> "s";
            case FILES -> "f";
        };
    }

    static WebLine settle(String ref) {
        return new WebLine("settle", ref, "", List.of(), "", "", null, null);
    }

    static WebLine gone(String ref) {
        return new WebLine("gone", ref, "", List.of(), "", "", null, null);
    }

    @Override
    public String toString() {
        return "WebLine[" + k + ", redacted]";
    }

    /** A button: token and label. */
    record Button(String v, String n) {
        @Override
        public String toString() {
            return "Button[redacted]";
        }
    }

    /** A line with its place in the session; places only grow. */
    record Numbered(long number, WebLine line) {}
}
