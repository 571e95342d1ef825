package org.wasl.admin.print;

/** Text made fit for paper, whoever wrote it: nothing in it turns a sentence around or covers the lines beside it. */
final class PlainText {

    /** So many signs above and below one letter are written; more are only there to cover the lines around. */
    private static final int MOST_MARKS = 3;

    private static final char UNREADABLE = '\uFFFD';

    private PlainText() {}

    /** Without what must not be printed: hidden directions, controls, halves of signs. Ends of lines are kept. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = mark(point) ? marks + 1 : 0;
            if (marks <= MOST_MARKS && !hidden(point)) {
                kept.appendCodePoint(drawn(point));
            }
        }
        return kept.toString();
    }

    private static int drawn(int point) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return UNREADABLE;
        }
        return point == '\t' || point == 0x2028 || point == 0x2029 ? ' ' : point;
    }

    private static boolean mark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean hidden(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        boolean mark = point == 0x061C || point == 0x200E || point == 0x200F || point == 0xFEFF;
        boolean direction = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x206F;
        return control || mark || direction;
    }
}
