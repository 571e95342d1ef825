package org.wasl.config;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;

/** A keyboard set to Arabic: what a key sends is the letter on it, where it stands stays where it stands. */
final class ArabicKeyboard {

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("KeyJ", "ت"),
            Map.entry("KeyK", "ن"),
            Map.entry("KeyC", "ؤ"),
            Map.entry("KeyN", "ى"),
            Map.entry("KeyD", "ي"),
            Map.entry("KeyW", "ص"),
            Map.entry("KeyI", "ه"),
            Map.entry("KeyR", "ق"),
            Map.entry("KeyG", "ل"),
            Map.entry("KeyQ", "ض"),
            Map.entry("Slash", "ظ"));

    private static final int SHIFT = 8;

    private final CDPSession browser;

    ArabicKeyboard(Page page) {
        browser = page.context().newCDPSession(page);
    }

    void press(String place) {
        press(place, Objects.requireNonNull(LETTERS.get(place), place), 0);
    }

    /** With shift, which makes a question mark of the slash. */
    void pressShifted(String place) {
        press(place, "؟", SHIFT);
    }

    private void press(String place, String letter, int modifiers) {
        send("keyDown", place, letter, modifiers);
        send("keyUp", place, letter, modifiers);
    }

    private void send(String type, String place, String letter, int modifiers) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("code", place);
        event.addProperty("key", letter);
        event.addProperty("modifiers", modifiers);
        if (type.equals("keyDown")) {
            event.addProperty("text", letter);
        }
        browser.send("Input.dispatchKeyEvent", event);
    }
}
