package org.wasl.admin.officer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A provider of OpenID Connect that says what a test has it say. Its answers are signed by its own key. */
final class MadeUpProvider implements AutoCloseable {
    static final String CLIENT = "desk";

    private static final RSAKey KEY = key();

    private final HttpServer server;
    private final Clock clock;
    private String subject = "";
    private String nonce = "";
    private @Nullable Duration proven = Duration.ZERO;

    MadeUpProvider(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        answer("/.well-known/openid-configuration", this::itself);
        answer("/keys", () -> new JWKSet(KEY.toPublicJWK()).toString());
        answer("/token", this::token);
        server.start();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    OpenIdSettings settings() {
        return new OpenIdSettings(
                issuer(),
                CLIENT,
                "a made-up secret",
                "https://desk.example",
                Duration.ofMinutes(5),
                Duration.ofSeconds(2));
    }

    /** Its next answer is of this person, for this question. */
    MadeUpProvider saying(String who, String asked) {
        subject = who;
        nonce = asked;
        return this;
    }

    /** They showed who they are so long before; {@code null} leaves it out. */
    MadeUpProvider proven(@Nullable Duration before) {
        proven = before;
        return this;
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String itself() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    private String token() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .claim("nonce", nonce)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
        if (proven != null) {
            claims.claim("auth_time", clock.instant().minus(proven).getEpochSecond());
        }
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims.build());
        try {
            jwt.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                .formatted(jwt.serialize());
    }

    private interface Answer {
        String text();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
