package org.wasl.admin.officer;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.wasl.admin.DeskStore;
import org.wasl.admin.audit.AuditKey;
import org.wasl.triage.seal.Bytes;

/** Second steps over a test's store, as a node puts them together. */
final class FactorRig {
    static final PasskeySite SITE = new PasskeySite("localhost", Set.of("http://localhost:8081"));

    final PasskeyStore store;
    final Passkeys passkeys;
    final SecondSteps steps;

    FactorRig(DeskStore desk, Accounts accounts, Factors factors, Clock clock) {
        AuditKey key = new AuditKey(Bytes.ofUtf8("k".repeat(32)));
        SecureRandom random = new SecureRandom();
        store = new PasskeyStore(desk.template(), new FactorSealer(key, "wasl/staff-passkeys/v1", random), clock);
        passkeys = new Passkeys(store, accounts, new Challenges(key, random, clock), FactorSettings.DEFAULTS, clock);
        steps = new SecondSteps(factors, store, FactorSettings.DEFAULTS, clock);
    }
}
