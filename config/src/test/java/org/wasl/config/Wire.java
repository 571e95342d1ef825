package org.wasl.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What a page really moves over the network, counted by the browser: heads and bodies, up and down. */
final class Wire {

    /** Up: what a person's phone sends; down: what it gets; lines: the part of it that is the bot's. */
    record Moved(long up, long down, long lines) {
        Moved since(Moved before) {
            return new Moved(up - before.up, down - before.down, lines - before.lines);
        }
    }

    private final CDPSession browser;
    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private final AtomicLong lines = new AtomicLong();

    Wire(Page page) {
        browser = page.context().newCDPSession(page);
        browser.on("Network.requestWillBeSent", this::asked);
        browser.on("Network.requestWillBeSentExtraInfo", event -> up.addAndGet(head(event)));
        browser.on("Network.responseReceivedExtraInfo", event -> down.addAndGet(answered(event)));
        browser.on("Network.dataReceived", this::received);
        browser.on("Network.loadingFinished", event -> {
            String url = urls.get(event.get("requestId").getAsString());
            finished.add(url == null ? "" : url);
        });
        browser.send("Network.enable");
        browser.send("DOM.enable");
        browser.send("CSS.enable");
    }

    /** A phone far from the next mast: two seconds there and back, 50 kbit/s. */
    Wire slowTwoG() {
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 2000);
        network.addProperty("downloadThroughput", 50_000 / 8);
        network.addProperty("uploadThroughput", 50_000 / 8);
        browser.send("Network.emulateNetworkConditions", network);
        return this;
    }

    Moved moved() {
        return new Moved(up.get(), down.get(), lines.get());
    }

    boolean finished(String path) {
        return finished.stream().anyMatch(url -> url.endsWith(path));
    }

    /** The fonts the browser really drew an element with, by family. */
    List<String> drawnWith(String selector) {
        JsonObject document = browser.send("DOM.getDocument");
        JsonObject query = new JsonObject();
        query.addProperty(
                "nodeId", document.getAsJsonObject("root").get("nodeId").getAsInt());
        query.addProperty("selector", selector);
        JsonObject node = browser.send("DOM.querySelector", query);
        JsonObject fonts = browser.send("CSS.getPlatformFontsForNode", node);
        return fonts.getAsJsonArray("fonts").asList().stream()
                .map(font -> font.getAsJsonObject().get("familyName").getAsString())
                .toList();
    }

    private void asked(JsonObject event) {
        JsonObject request = event.getAsJsonObject("request");
        urls.put(event.get("requestId").getAsString(), request.get("url").getAsString());
        JsonElement body = request.get("postData");
        if (body != null) {
            up.addAndGet(body.getAsString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        }
    }

    private void received(JsonObject event) {
        long bytes = Math.max(0, event.get("encodedDataLength").getAsLong());
        down.addAndGet(bytes);
        if (urls.getOrDefault(event.get("requestId").getAsString(), "").contains("/chat/stream")) {
            lines.addAndGet(bytes);
        }
    }

    private static long head(JsonObject event) {
        long bytes = "POST /chat/messages HTTP/1.1\r\n\r\n".length();
        for (Map.Entry<String, JsonElement> header :
                event.getAsJsonObject("headers").entrySet()) {
            bytes += header.getKey().length() + header.getValue().getAsString().length() + ": \r\n".length();
        }
        return bytes;
    }

    private static long answered(JsonObject event) {
        JsonElement head = event.get("headersText");
        return head == null ? 0 : head.getAsString().length();
    }
}
