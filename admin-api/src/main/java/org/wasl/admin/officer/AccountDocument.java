package org.wasl.admin.officer;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.seal.Bytes;

/** An account as a document. Closed types only: nothing in the store names a class. */
final class AccountDocument {
    private static final int VERSION = 2;

    private AccountDocument() {}

    static Document write(Account account) {
        Account.Profile profile = account.profile();
        Document document = new Document("_id", account.id().value())
                .append("version", VERSION)
                .append("name", profile.displayName())
                .append("role", profile.role().name())
                .append("scope", ScopeDocument.write(profile.scope()))
                .append("demonstration", account.demonstration())
                .append("enabled", account.enabled())
                .append("sessions", account.sessions())
                .append("devices", account.devices())
                .append("granted", account.granted());
        Optional.ofNullable(account.proposal()).ifPresent(one -> document.append("proposed", write(one)));
        Optional.ofNullable(account.openId()).ifPresent(digest -> document.append("openId", digest));
        Optional.ofNullable(account.username()).ifPresent(name -> document.append("username", name));
        Optional.ofNullable(account.passwordHash()).ifPresent(hash -> document.append("password", hash));
        Optional.ofNullable(account.dutySince()).ifPresent(since -> document.append("duty", Date.from(since)));
        return document;
    }

    static Account read(Document document) {
        return new Account(
                new StaffId(document.getString("_id")),
                document.getString("username"),
                profile(document),
                document.getBoolean("demonstration", false),
                document.getBoolean("enabled", false),
                document.getString("password"),
                Optional.ofNullable(document.getDate("duty"))
                        .map(Date::toInstant)
                        .orElse(null),
                document.getString("link"),
                Optional.ofNullable(document.get("capsule", Binary.class))
                        .map(capsule -> new Capsule(Bytes.copyOf(capsule.getData())))
                        .orElse(null),
                document.getList("sessions", String.class, List.of()),
                document.getList("devices", String.class, List.of()),
                document.getBoolean("granted", true),
                Optional.ofNullable(document.get("proposed", Document.class))
                        .map(AccountDocument::proposal)
                        .orElse(null),
                document.getString("openId"));
    }

    /** Who somebody is, in one order always. */
    static Document write(Account.Profile profile) {
        return new Document("name", profile.displayName())
                .append("role", profile.role().name())
                .append("scope", ScopeDocument.write(profile.scope()));
    }

    static Document write(Account.Proposal proposal) {
        Document document = new Document("role", proposal.role().name())
                .append("signIn", proposal.signIn())
                .append("by", proposal.by().value())
                .append("at", Date.from(proposal.at()));
        return proposal.openId() == null ? document : document.append("openId", proposal.openId());
    }

    private static Account.Proposal proposal(Document document) {
        return new Account.Proposal(
                Role.valueOf(document.getString("role")),
                document.getBoolean("signIn", false),
                new StaffId(document.getString("by")),
                document.getDate("at").toInstant(),
                document.getString("openId"));
    }

    private static Account.Profile profile(Document document) {
        return new Account.Profile(
                document.getString("name"), Role.valueOf(document.getString("role")), ScopeDocument.of(document));
    }
}
