package org.wasl.admin.officer;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where staff may sign in beside this desk's own password, with OpenID Connect. Off without an issuer.
 *
 * @param issuer the provider, as it names itself; empty for none
 * @param clientId what the provider calls this desk
 * @param clientSecret what this desk shows the provider
 * @param console the console's address as browsers show it, to which the provider sends people back; empty for the one
 *     asked for
 * @param fresh how long ago, at most, the provider itself may have asked for a proof of who it is
 * @param patience how long its answers are waited for
 */
@ConfigurationProperties("wasl.officer.open-id")
record OpenIdSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String console,
        @DefaultValue("5m") Duration fresh,
        @DefaultValue("5s") Duration patience) {
    static final OpenIdSettings OFF = new OpenIdSettings("", "", "", "", Duration.ofMinutes(5), Duration.ofSeconds(5));

    private static final int LONGEST = 255;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    OpenIdSettings {
        if (!issuer.isEmpty() && (!goes(issuer) || clientId.isBlank() || clientSecret.isBlank())) {
            throw new IllegalArgumentException("wasl.officer.open-id: issuer, client-id and client-secret"
                    + " (expected: an https address, and both beside it)");
        }
        if (!console.isEmpty() && !goes(console) || !fresh.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "wasl.officer.open-id: console, fresh and patience (expected: an https address, > 0, > 0)");
        }
    }

    boolean on() {
        return !issuer.isEmpty();
    }

    /** Whether this can be what the provider calls somebody (OpenID Connect Core, 2: at most 255 signs). */
    boolean names(String subject) {
        return on() && !subject.isBlank() && subject.length() <= LONGEST;
    }

    /** Under what the store knows somebody of this provider's. */
    String digest(String subject) {
        return Secrets.digest(issuer + "\n" + subject);
    }

    /** In clear only where there is no wire to listen at. */
    private static boolean goes(String address) {
        URI uri = URI.create(address);
        return uri.getHost() != null
                && ("https".equals(uri.getScheme())
                        || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + ", redacted]";
    }
}
