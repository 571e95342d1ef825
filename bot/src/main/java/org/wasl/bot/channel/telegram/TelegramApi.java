package org.wasl.bot.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Calls of the Bot API. An answer is one of three, never an exception: the address of a call holds the token, so no
 * exception and no message of the library goes further than here.
 */
final class TelegramApi implements AutoCloseable {

    private static final int BAD_REQUEST = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads;
    private final OkHttpClient http;
    private final OkHttpTelegramClient client;

    TelegramApi(TelegramSettings settings, String token, Duration callTimeout, String threadName) {
        threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(threadName, 0).factory());
        Dispatcher dispatcher = new Dispatcher(threads);
        // The library's own default lets five calls at a time through to one host.
        dispatcher.setMaxRequests(settings.calls());
        dispatcher.setMaxRequestsPerHost(settings.calls());
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .callTimeout(callTimeout)
                .connectTimeout(callTimeout)
                .readTimeout(callTimeout)
                .writeTimeout(callTimeout)
                .followRedirects(false)
                .build();
        client = new OkHttpTelegramClient(json, http, token, url(settings));
    }

    /** What came back. */
    sealed interface Answer {

        record Ok(JsonNode result) implements Answer {
            @Override
            public String toString() {
                return "Ok[redacted]";
            }
        }

        /**
         * The platform said no.
         *
         * @param retryAfter zero when it named no time
         */
        record Refused(int code, String reason, Duration retryAfter) implements Answer {
            boolean because(String part) {
                return reason.contains(part);
            }

            /** Without its reason: the platform may quote in it what it was sent. */
            @Override
            public String toString() {
                return "Refused[" + code + ", redacted]";
            }
        }

        /** No answer, half of one, or one that is not the platform's: it may have been done or not. */
        record Unclear() implements Answer {}
    }

    Answer call(BotApiMethod<?> method) {
        try {
            method.validate();
        } catch (TelegramApiValidationException e) {
            // What the library will not even send, the platform would not take either.
            return new Answer.Refused(BAD_REQUEST, "", Duration.ZERO);
        }
        try {
            return read(client.execute(new RawCall(method)));
        } catch (TelegramApiException | RuntimeException e) {
            return new Answer.Unclear();
        }
    }

    /** Calls without waiting; what comes of it is nobody's concern. */
    CompletableFuture<Void> callLightly(BotApiMethod<?> method) {
        try {
            return client.executeAsync(new RawCall(method)).handle((answer, failure) -> null);
        } catch (TelegramApiException | RuntimeException e) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private Answer read(String body) {
        try {
            JsonNode answer = json.readTree(body);
            if (answer == null || !answer.path("ok").isBoolean()) {
                return new Answer.Unclear();
            }
            if (answer.path("ok").booleanValue()) {
                return new Answer.Ok(answer.path("result"));
            }
            return new Answer.Refused(
                    answer.path("error_code").asInt(0),
                    answer.path("description").asText("").toLowerCase(Locale.ROOT),
                    Duration.ofSeconds(Math.max(
                            0, answer.path("parameters").path("retry_after").asLong(0))));
        } catch (JsonProcessingException e) {
            return new Answer.Unclear();
        }
    }

    static JsonNode nothing() {
        return MissingNode.getInstance();
    }

    private static TelegramUrl url(TelegramSettings settings) {
        String scheme = settings.server().getScheme();
        int port = settings.server().getPort();
        int known = scheme.equals("http") ? 80 : 443;
        return TelegramUrl.builder()
                .schema(scheme)
                .host(settings.server().getHost())
                .port(port < 0 ? known : port)
                .build();
    }

    /** Breaks off what is under way; used by {@link #close} and to end a long poll. */
    void cancel() {
        http.dispatcher().cancelAll();
    }

    @Override
    public void close() {
        cancel();
        threads.shutdownNow();
        http.connectionPool().evictAll();
    }
}
