package org.wasl.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The planted fault: stands before the chat and acknowledges one word before it is durable anywhere, so that the next
 * kill takes it along, and hands another word on twice as if it were two. Everything else passes as it is.
 */
final class HastyFront implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI chat;
    private final String lost;
    private final String doubled;
    private final CountDownLatch acknowledged = new CountDownLatch(1);

    HastyFront(URI chat, String lost, String doubled) throws IOException {
        this.chat = chat;
        this.lost = lost;
        this.doubled = doubled;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Waits until the word that will be lost was acknowledged; it lies in this memory and nowhere else. */
    void awaitHaste() throws InterruptedException {
        acknowledged.await();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains(lost)) {
                answer(exchange, 200, "{\"received\":true}");
                acknowledged.countDown();
                return;
            }
            if (body.contains(doubled)) {
                handOn(exchange, body.replaceFirst("\"id\":\"........", "\"id\":\"00000000"));
            }
            HttpResponse<String> answer = handOn(exchange, body);
            answer.headers()
                    .allValues("Set-Cookie")
                    .forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
            answer(exchange, answer.statusCode(), answer.body());
        }
    }

    private HttpResponse<String> handOn(HttpExchange exchange, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(chat.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body));
        for (String header : new String[] {"Cookie", "Content-Type"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
