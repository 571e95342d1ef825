package org.wasl.bot.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasl.triage.intake.Consent;

/**
 * What a person agreed to, layer by layer: each record names the words that were shown. Taking an answer back takes its
 * consents back; what was recorded stays recorded, and the last record of a scope is the one that counts.
 */
final class Consents {

    private static final int MOST = 16;
    private static final int DIGEST_BYTES = 4;

    private Consents() {}

    /** Records what an answer says. Under a list of ticks, what was shown and not ticked is refused. */
    static void record(Talk talk, Step.Choose question, List<String> chosen) {
        for (Option option : question.options()) {
            boolean ticked = chosen.contains(option.id());
            String consent = option.consent();
            if (consent != null && (ticked || question.multi())) {
                add(talk, scope(consent), ticked == granting(consent), textVersion(talk.words(), question, option));
            }
        }
    }

    /** Records what it says that a text was written at all. */
    static void record(Talk talk, Step.AskText question, String consent) {
        add(talk, scope(consent), granting(consent), textVersion(talk.words(), question));
    }

    /** Records what a button of the engine's own says. */
    static void record(Talk talk, String scope, String question, String label) {
        Catalogue words = talk.words();
        String shown = digest(pattern(words, question) + "\n" + pattern(words, label));
        add(talk, scope, true, words.version() + " " + label + " " + shown);
    }

    /** The answers to these questions no longer stand: what they granted is granted no longer. */
    static void withdraw(Talk talk, Collection<String> questions) {
        for (String id : questions) {
            switch (talk.flow.steps().get(id)) {
                case Step.Choose question ->
                    question.options()
                            .forEach(option ->
                                    withdraw(talk, option.consent(), textVersion(talk.words(), question, option)));
                case Step.AskText question -> withdraw(talk, question.consent(), textVersion(talk.words(), question));
                case null, default -> {}
            }
        }
    }

    private static void withdraw(Talk talk, @Nullable String consent, String textVersion) {
        if (consent != null && standing(talk, scope(consent))) {
            add(talk, scope(consent), false, textVersion);
        }
    }

    /** Whether the last record of a scope grants it. */
    static boolean standing(Talk talk, String scope) {
        return talk.consents.stream()
                .filter(consent -> consent.scope().equals(scope))
                .reduce((before, last) -> last)
                .map(Consent::granted)
                .orElse(false);
    }

    private static void add(Talk talk, String scope, boolean granted, String textVersion) {
        talk.consents.add(new Consent(
                scope,
                granted,
                textVersion,
                talk.words().locale(),
                talk.at,
                talk.context.channel().name()));
        if (talk.consents.size() > MOST) {
            talk.consents.stream()
                    .filter(old -> talk.consents.stream()
                            .anyMatch(newer -> newer != old && newer.scope().equals(old.scope())))
                    .findFirst()
                    .ifPresent(talk.consents::remove);
        }
    }

    private static String scope(String consent) {
        return granting(consent) ? consent : consent.substring(1);
    }

    private static boolean granting(String consent) {
        return !consent.startsWith("!");
    }

    /**
     * Names the very words: the catalogue's version, the option's key, and a digest of question and label as they stand
     * in the locale shown. The same words always give the same name.
     */
    static String textVersion(Catalogue words, Step.Choose question, Option option) {
        return words.version() + " " + option.label() + " "
                + digest(pattern(words, question.text()) + "\n" + pattern(words, option.label()));
    }

    static String textVersion(Catalogue words, Step.AskText question) {
        return words.version() + " " + question.text() + " " + digest(pattern(words, question.text()));
    }

    private static String pattern(Catalogue words, String key) {
        return words.entry(words.promises(key) ? key + ".nobody" : key).pattern();
    }

    private static String digest(String shown) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }
}
