package org.wasl.admin.console;

/**
 * Characters that change the direction of what follows without being seen. In what a person wrote they can turn a
 * sentence around on the screen, so they are not shown; what is stored keeps them.
 */
final class HiddenDirections {
    private HiddenDirections() {}

    static String removed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !hidden(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean hidden(int c) {
        boolean embedding = c >= 0x202A && c <= 0x202E;
        boolean isolate = c >= 0x2066 && c <= 0x2069;
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        return embedding || isolate || control;
    }
}
