package org.wasl.config;

import com.microsoft.playwright.BrowserContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.Channel;
import org.wasl.bot.channel.OutgoingChoice;
import org.wasl.bot.channel.OutgoingMessage;
import org.wasl.bot.channel.SendOutcome;

/** A running house, a real browser before it, and the harmless site the quick exit leads to. */
final class BrowserHouse implements AutoCloseable {

    private final String[] arguments;
    private final Chromium chromium = new Chromium();
    private final HttpServer elsewhere;
    private final BlockingQueue<List<String>> referrers = new LinkedBlockingQueue<>();
    private @Nullable House house;

    BrowserHouse(Path data, String... more) {
        elsewhere = elsewhere();
        arguments = Stream.concat(
                        Stream.of(
                                "--wasl.data=" + data,
                                "--wasl.bot.port=" + freePort(),
                                "--wasl.staff.port=0",
                                "--wasl.demonstration=false",
                                "--wasl.web-chat.exit-to=" + exitTo()),
                        Stream.of(more))
                .toArray(String[]::new);
        house = House.start(arguments);
    }

    /** The same after a restart, so that a page finds its way back. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another site than the chat's: the browser knows it by another name. */
    private HttpServer elsewhere() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    if (exchange.getRequestURI().getPath().equals("/weather")) {
                        referrers.add(exchange.getRequestHeaders().getOrDefault("Referer", List.of()));
                    }
                    byte[] page = "<title>Weather</title><p>Sunny</p>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI exitTo() {
        return URI.create("http://localhost:" + elsewhere.getAddress().getPort() + "/weather");
    }

    /** What the harmless site was told of where somebody came from. */
    List<String> referrer() {
        return PathWorld.await("somebody to come to the harmless site", referrers::poll);
    }

    Chromium chromium() {
        return chromium;
    }

    BrowserContext phone() {
        return chromium.screen(360, 740);
    }

    URI chat() {
        return house().settings().bot().uri();
    }

    /** Puts a message of the bot before somebody, as the turn would. */
    void shows(ChatScreen screen, String language, String text, OutgoingChoice... choices) {
        Channel channel = Objects.requireNonNull(house().bot()).spring().getBean("webChannel", Channel.class);
        OutgoingMessage message = new OutgoingMessage(
                UUID.randomUUID().toString(),
                text,
                List.of(choices),
                false,
                false,
                language.equals("en") ? "ltr" : "rtl",
                Objects.requireNonNull(ChatScreen.LOCALES.get(language)));
        SendOutcome outcome = channel.send(screen.address(), message);
        if (!(outcome instanceof SendOutcome.Sent)) {
            throw new AssertionError("not shown: " + outcome);
        }
    }

    static OutgoingChoice choice(String option, String label) {
        return new OutgoingChoice("v1|made-up|1|" + option, label);
    }

    void stops() {
        house().close();
        house = null;
    }

    void startsAgain() {
        house = House.start(arguments);
    }

    House house() {
        return Objects.requireNonNull(house);
    }

    @Override
    public void close() {
        chromium.close();
        if (house != null) {
            house.close();
        }
        elsewhere.stop(0);
    }
}
