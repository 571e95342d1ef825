package org.wasl.admin.officer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/** Whose a passkey can be: the accounts there are. None is made or taken away here. */
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;

    PasskeyUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return find(PasskeyStore.owner(id));
    }

    /** The name here is the account's id: it is what the one who asks is known by. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
        return find(new StaffId(id));
    }

    private @Nullable PublicKeyCredentialUserEntity find(StaffId id) {
        return accounts.find(id)
                .map(account -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(PasskeyStore.handle(id))
                        .name(account.username() == null ? account.profile().displayName() : account.username())
                        .displayName(account.profile().displayName())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("staff: not made by a passkey (expected: proposed and agreed to)");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("staff: not taken away by a passkey (expected: closed)");
    }
}
