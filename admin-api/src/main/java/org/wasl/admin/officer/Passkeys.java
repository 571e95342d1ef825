package org.wasl.admin.officer;

import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and takes passkeys, by the library's rules and with our store. Every one asks its holder for a finger, a face or a
 * PIN, so it stands for both steps of a sign-in. An answer is taken once, on whichever node.
 */
final class Passkeys {
    private static final String MAKE = "make";
    private static final String TAKE = "take";
    private static final String NAME = "Wasl";
    private static final int LONGEST_LABEL = 60;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyStore store;
    private final Accounts accounts;
    private final Challenges challenges;
    private final FactorSettings settings;
    private final Clock clock;

    Passkeys(PasskeyStore store, Accounts accounts, Challenges challenges, FactorSettings settings, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.challenges = challenges;
        this.settings = settings;
        this.clock = clock;
    }

    List<PasskeyStore.Passkey> of(StaffId owner) {
        return store.of(owner);
    }

    boolean remove(StaffId owner, String id) {
        return store.remove(owner, id);
    }

    /** What a browser needs to make one, as JSON. */
    String toMake(PasskeySite site, StaffId owner) {
        return JSON.writeValueAsString(creation(site, owner, new Bytes(challenges.make(MAKE, owner.value()))));
    }

    /** Keeps one that a browser made; false when it is none, was made for something else, or there are enough. */
    boolean keep(PasskeySite site, StaffId owner, String label, String made) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL || store.of(owner).size() >= settings.passkeys()) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readValue(made, new TypeReference<>() {});
            Bytes challenge = challenge(credential.getResponse());
            if (store.findByCredentialId(credential.getRawId()) != null
                    || !challenges.good(challenge.getBytes(), MAKE, owner.value())
                    || !spend(challenge)) {
                return false;
            }
            operations(site)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(site, owner, challenge), new RelyingPartyPublicKey(credential, name)));
            return true;
        } catch (WebAuthnException | JacksonException | IllegalArgumentException none) {
            return false;
        }
    }

    /**
     * What a browser needs to ask for one, as JSON.
     *
     * @param subject for which sign-in; empty for one that begins with it
     * @param owner whose they must be; empty for anybody's the browser finds
     */
    String toTake(PasskeySite site, String subject, Optional<StaffId> owner) {
        Bytes challenge = new Bytes(challenges.make(TAKE, subject));
        Authentication asks = owner.map(Passkeys::named).orElse(null);
        PublicKeyCredentialRequestOptions options = operations(site, challenge)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(asks));
        return JSON.writeValueAsString(options);
    }

    /** Whose passkey answered; empty when the answer is none, of another sign-in, late, or was taken before. */
    Optional<StaffId> take(PasskeySite site, String subject, String answer) {
        return take(site, subject, answer, _ -> true);
    }

    /**
     * Whether this person's passkey answered. Another's is left as it was, with what it was asked: its holder has not
     * used it here, and the right one can still answer.
     */
    boolean takes(PasskeySite site, String subject, StaffId whose, String answer) {
        return take(site, subject, answer, whose::equals).isPresent();
    }

    private Optional<StaffId> take(PasskeySite site, String subject, String answer, Predicate<StaffId> whose) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    JSON.readValue(answer, new TypeReference<>() {});
            Bytes challenge = challenge(credential.getResponse());
            CredentialRecord before = store.findByCredentialId(credential.getRawId());
            if (before == null
                    || !whose.test(PasskeyStore.owner(before.getUserEntityUserId()))
                    || !challenges.good(challenge.getBytes(), TAKE, subject)) {
                return Optional.empty();
            }
            PublicKeyCredentialRequestOptions asked = operations(site, challenge)
                    .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
            Bytes owner = operations(site)
                    .authenticate(new RelyingPartyAuthenticationRequest(asked, credential))
                    .getId();
            CredentialRecord after = store.findByCredentialId(credential.getRawId());
            if (after == null || copied(before, after) || !spend(challenge)) {
                return Optional.empty();
            }
            return Optional.of(PasskeyStore.owner(owner));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** A counter that did not go on belongs to a copy (WebAuthn 2, 6.1.1); many authenticators have none. */
    private static boolean copied(CredentialRecord before, CredentialRecord after) {
        return (before.getSignatureCount() > 0 || after.getSignatureCount() > 0)
                && after.getSignatureCount() <= before.getSignatureCount();
    }

    private boolean spend(Bytes challenge) {
        return accounts.spend(
                Secrets.digest(challenge.toBase64UrlString()), clock.instant().plus(Challenges.LIFE));
    }

    private static Bytes challenge(AuthenticatorResponse response) {
        String said = JSON.readTree(new String(response.getClientDataJSON().getBytes(), StandardCharsets.UTF_8))
                .path("challenge")
                .asString("");
        return new Bytes(Base64.getUrlDecoder().decode(said));
    }

    private PublicKeyCredentialCreationOptions creation(PasskeySite site, StaffId owner, Bytes challenge) {
        PublicKeyCredentialCreationOptionsRequest asks = () -> named(owner);
        return operations(site, challenge).createPublicKeyCredentialCreationOptions(asks);
    }

    private static Authentication named(StaffId owner) {
        return UsernamePasswordAuthenticationToken.authenticated(owner.value(), null, List.of());
    }

    private Webauthn4JRelyingPartyOperations operations(PasskeySite site) {
        return new Webauthn4JRelyingPartyOperations(
                new PasskeyUsers(accounts),
                store,
                PublicKeyCredentialRpEntity.builder().id(site.id()).name(NAME).build(),
                site.origins());
    }

    private Webauthn4JRelyingPartyOperations operations(PasskeySite site, Bytes challenge) {
        Webauthn4JRelyingPartyOperations operations = operations(site);
        operations.setCustomizeCreationOptions(options -> options.challenge(challenge)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.challenge(challenge).userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
