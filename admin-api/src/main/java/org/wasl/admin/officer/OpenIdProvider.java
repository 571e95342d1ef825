package org.wasl.admin.officer;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of OpenID Connect: where it is asked, and what its answer is worth. Nothing is asked of it at the start, so
 * a provider that is away keeps no desk from starting; what it said of itself is read anew when it did not hold.
 */
final class OpenIdProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final String ITSELF = "/.well-known/openid-configuration";

    private final OpenIdSettings settings;
    private final Clock clock;
    private final JdkClientHttpRequestFactory requests;
    private volatile @Nullable Known known;

    /** What it said of itself, and what its answers are read with. */
    private record Known(ClientRegistration registration, NimbusJwtDecoder tokens) {}

    OpenIdProvider(OpenIdSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.patience()).build());
        requests.setReadTimeout(settings.patience());
    }

    /**
     * One question to it, made anew from the same parts when the answer is there.
     *
     * @param back where it sends people back to
     * @param verifier what only this desk can show for the question (RFC 7636)
     */
    record Question(String back, String state, String nonce, String verifier) {
        @Override
        public String toString() {
            return "Question[redacted]";
        }
    }

    /** Where to send somebody with this question; empty while the provider is away. */
    Optional<URI> address(Question question) {
        return known().map(found ->
                URI.create(request(found.registration(), question).getAuthorizationRequestUri()));
    }

    /** Who they are to the provider, by its code for this question; empty when that does not hold in every part. */
    Optional<String> subject(Question question, String code) {
        Optional<Known> found = known();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ClientRegistration registration = found.get().registration();
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(question.back())
                .state(question.state())
                .build();
        try {
            Object token = exchange()
                    .getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                            registration, new OAuth2AuthorizationExchange(request(registration, question), answer)))
                    .getAdditionalParameters()
                    .get(OidcParameterNames.ID_TOKEN);
            if (token == null) {
                return Optional.empty();
            }
            Jwt told = found.get().tokens().decode(token.toString());
            return question.nonce().equals(told.getClaimAsString(OidcParameterNames.NONCE)) && fresh(told)
                    ? Optional.ofNullable(told.getSubject())
                    : Optional.empty();
        } catch (OAuth2AuthorizationException | JwtException | RestClientException | IllegalArgumentException none) {
            known = null;
            LOG.warn(
                    "provider of sign-in: an answer that does not hold ({})",
                    none.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** A session at the provider that began yesterday, on this computer, is no proof of who sits at it now. */
    private boolean fresh(Jwt told) {
        Instant proven = told.getClaimAsInstant("auth_time");
        return proven != null && !proven.plus(settings.fresh()).isBefore(clock.instant());
    }

    private OAuth2AuthorizationRequest request(ClientRegistration registration, Question question) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(question.back())
                .scopes(registration.getScopes())
                .state(question.state())
                .attributes(attributes -> attributes.put(PkceParameterNames.CODE_VERIFIER, question.verifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        question.nonce(),
                        PkceParameterNames.CODE_CHALLENGE,
                        OpenIdSignIn.challenge(question.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256",
                        "prompt",
                        "login",
                        "max_age",
                        settings.fresh().toSeconds()))
                .build();
    }

    private Optional<Known> known() {
        Known held = known;
        if (held == null) {
            try {
                held = read();
                known = held;
            } catch (RestClientException | IllegalArgumentException | IllegalStateException away) {
                LOG.warn("provider of sign-in: away ({})", away.getClass().getSimpleName());
            }
        }
        return Optional.ofNullable(held);
    }

    private Known read() {
        Map<String, Object> said = RestClient.builder()
                .requestFactory(requests)
                .build()
                .get()
                .uri(URI.create(settings.issuer().replaceAll("/$", "") + ITSELF))
                .retrieve()
                .body(new ParameterizedTypeReference<>() {});
        if (said == null || !settings.issuer().equals(said.get("issuer"))) {
            throw new IllegalStateException("provider: another name of its own (expected: the configured issuer)");
        }
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(said)
                .registrationId("staff")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}" + OpenIdSignIn.BACK)
                .scope("openid")
                .build();
        NimbusJwtDecoder tokens = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(requests))
                .jwsAlgorithms(taken -> {
                    taken.add(SignatureAlgorithm.RS256);
                    taken.add(SignatureAlgorithm.PS256);
                    taken.add(SignatureAlgorithm.ES256);
                })
                .build();
        OidcIdTokenValidator ours = new OidcIdTokenValidator(registration);
        ours.setClock(clock);
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        tokens.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, ours));
        return new Known(registration, tokens);
    }

    private RestClientAuthorizationCodeTokenResponseClient exchange() {
        RestClientAuthorizationCodeTokenResponseClient exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return exchange;
    }
}
