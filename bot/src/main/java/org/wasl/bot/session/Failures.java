package org.wasl.bot.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for a commit and throws what it failed with, instead of a wrapper around it. */
final class Failures {

    private Failures() {}

    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw of(failed);
        }
    }

    static RuntimeException of(CompletionException failed) {
        return switch (failed.getCause()) {
            case Error error -> throw error;
            case RuntimeException known -> known;
            case null, default -> failed;
        };
    }
}
