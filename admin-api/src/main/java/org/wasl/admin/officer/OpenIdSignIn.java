package org.wasl.admin.officer;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Signing in by a provider's word: asks it, and finds whose account its answer is for. It makes no account and gives no
 * right; a second step and everything after it are the desk's own.
 *
 * <p>What belongs to one question is made of one secret in a cookie of the browser that asks, so that asking leaves nothing
 * in the store, any node takes the answer, and an answer carried to another browser is none.
 */
final class OpenIdSignIn {
    /** Where the provider sends people back to. */
    static final String BACK = "/sign-in/open-id/answer";

    private static final String PURPOSE = "open-id";

    private final OpenIdProvider provider;
    private final OpenIdSettings settings;
    private final Challenges challenges;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Clock clock;

    OpenIdSignIn(
            OpenIdProvider provider,
            OpenIdSettings settings,
            Challenges challenges,
            Accounts accounts,
            Secrets secrets,
            Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.challenges = challenges;
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What begins one.
     *
     * @param secret for a cookie of this browser
     */
    record Begun(URI provider, String secret) {
        @Override
        public String toString() {
            return "Begun[redacted]";
        }
    }

    /** Empty where there is no provider, or it is away. */
    Optional<Begun> begin(String console) {
        if (!settings.on()) {
            return Optional.empty();
        }
        String secret = secrets.token();
        String state = HexFormat.of().formatHex(challenges.make(PURPOSE, Secrets.digest(secret)));
        return provider.address(question(console, secret, state)).map(address -> new Begun(address, secret));
    }

    /** Whose account it is for; empty when the answer is none, late, another browser's, was taken, or is for nobody here. */
    Optional<StaffId> end(String console, String secret, String state, String code) {
        if (!settings.on() || secret.isEmpty() || code.isEmpty() || !good(state, secret)) {
            return Optional.empty();
        }
        if (!accounts.spend(Secrets.digest(state), clock.instant().plus(Challenges.LIFE))) {
            return Optional.empty();
        }
        return provider.subject(question(console, secret, state), code)
                .flatMap(subject -> accounts.knownAs(settings.digest(subject)));
    }

    private boolean good(String state, String secret) {
        try {
            return challenges.good(HexFormat.of().parseHex(state), PURPOSE, Secrets.digest(secret));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private OpenIdProvider.Question question(String console, String secret, String state) {
        String address = settings.console().isEmpty() ? console : settings.console();
        return new OpenIdProvider.Question(
                address.replaceAll("/$", "") + BACK,
                state,
                Secrets.digest("nonce " + secret),
                Secrets.digest("verifier " + secret));
    }

    /** What the provider is shown of a verifier (RFC 7636, 4.2). */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(Secrets.digest(verifier)));
    }
}
