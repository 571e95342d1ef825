package org.wasl.admin.statistics;

/**
 * Text for a spreadsheet. One that begins like a formula is put behind an apostrophe, which shows it as it is; what would
 * break a cell or a line is a blank. (OWASP, "CSV Injection".)
 */
final class SheetText {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SheetText() {}

    static String harmless(String text) {
        boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        // A leading blank does not disarm: some programs trim it.
        String stripped = text.strip();
        formula |= !stripped.isEmpty() && BEGINS_A_FORMULA.indexOf(stripped.charAt(0)) >= 0;
        StringBuilder harmless = new StringBuilder(formula ? "'" : "");
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(harmless::appendCodePoint);
        return harmless.toString();
    }
}
