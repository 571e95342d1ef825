package org.wasl.config;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody of the staff before a real browser, with a device in it that holds passkeys and a telephone that shows numbers.
 * The console is asked for by the name passkeys are made for.
 */
final class StaffScreen {
    private static final String USERNAME = "made-up-shirin";
    private static final long STEP = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Page page;
    private final String console;
    private String secret = "";

    StaffScreen(BrowserContext screen, URI console) {
        this.page = screen.newPage();
        this.console = "http://localhost:" + console.getPort();
    }

    Page page() {
        return page;
    }

    /** Puts a device in: it is unlocked by its holder's finger, and says so each time. */
    StaffScreen withADevice() {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", device);
        return this;
    }

    StaffScreen opens(String path) {
        page.navigate(console + path);
        return this;
    }

    StaffScreen joins(String path) {
        opens(path);
        page.fill("input[name=username]", USERNAME);
        page.fill("input[name=password]", StaffBrowser.PASSWORD);
        sends("form[action$='/join']");
        return this;
    }

    StaffScreen makesAPasskey() {
        opens("/account/factors");
        page.fill("form[data-passkey=make] input[name=label]", "my telephone");
        page.click("form[data-passkey=make] button");
        page.waitForURL("**/account/passkeys");
        return this;
    }

    StaffScreen setsUpNumbers() {
        opens("/account/factors");
        sends("form[action$='/account/factors']");
        secret = page.locator(".big bdi").innerText().replace(" ", "");
        page.fill("input[name=number]", number(0));
        sends("form[action$='/account/factors/confirmation']");
        return this;
    }

    StaffScreen leaves() {
        opens("/account");
        page.locator("form[action$='/sign-out'] button").first().evaluate("button => button.click()");
        page.waitForURL("**/sign-in");
        return this;
    }

    StaffScreen typesThePassword() {
        opens("/sign-in?next=/account");
        page.fill("input[name=username]", USERNAME);
        page.fill("input[name=password]", StaffBrowser.PASSWORD);
        sends("form[action$='/sign-in']");
        return this;
    }

    /** The number of the next half minute: one number is taken once. */
    StaffScreen typesTheNextNumber() {
        page.fill("input[name=number]", number(1));
        sends("form[action$='/sign-in/second']");
        return this;
    }

    StaffScreen takesAPasskey() {
        page.waitForSelector("form[data-passkey=take] button");
        page.click("form[data-passkey=take] button");
        return this;
    }

    StaffScreen arrivesAt(String path) {
        page.waitForURL(url -> URI.create(url).getPath().equals(path));
        return this;
    }

    /** Nobody touches it for so long, by the clock of the page. */
    StaffScreen isLeftAlone(Duration time) {
        page.clock().fastForward(time.toMillis());
        return this;
    }

    private void sends(String form) {
        page.locator(form + " button[type=submit]").last().click();
        page.waitForLoadState();
    }

    /** RFC 6238 as a telephone does it. */
    private String number(int ahead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            long step = System.currentTimeMillis() / 1000 / STEP + ahead;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int cut = ByteBuffer.wrap(hash).getInt(at) & 0x7fffffff;
            return "%06d".formatted(cut % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char sign : base32.toCharArray()) {
            buffer = (buffer << 5) | BASE32.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(buffer >> bits);
            }
        }
        return out.toByteArray();
    }
}
