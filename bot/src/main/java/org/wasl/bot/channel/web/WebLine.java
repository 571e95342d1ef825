package org.wasl.bot.channel.web;

import java.util.List;

/**
 * One thing for a page to do, in order.
 *
 * @param k {@code say}, {@code settle} or {@code gone}
 * @param r which message it is about; a page that has it already ignores a second {@code say}
 * @param t the words of {@code say}
 * @param c its buttons
 * @param d {@code rtl} or {@code ltr}
 * @param l language tag
 */
record WebLine(String k, String r, String t, List<Button> c, String d, String l) {

    static WebLine settle(String ref) {
        return new WebLine("settle", ref, "", List.of(), "", "");
    }

    static WebLine gone(String ref) {
        return new WebLine("gone", ref, "", List.of(), "", "");
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
