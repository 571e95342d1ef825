package org.wasl.admin.officer;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands beside a password, by the rules of the role: which kinds count, who must have one, and that the last one
 * that counts is not taken away. Somebody new has a day to set one up; an urgent report does not wait for a telephone.
 */
final class SecondSteps {
    private final Factors numbers;
    private final PasskeyStore passkeys;
    private final FactorSettings settings;
    private final Clock clock;

    SecondSteps(Factors numbers, PasskeyStore passkeys, FactorSettings settings, Clock clock) {
        this.numbers = numbers;
        this.passkeys = passkeys;
        this.settings = settings;
        this.clock = clock;
    }

    /** What somebody has set up. */
    Set<FactorKind> held(StaffId whose) {
        Set<FactorKind> held = EnumSet.noneOf(FactorKind.class);
        if (numbers.on(whose)) {
            held.add(FactorKind.NUMBER);
        }
        if (!passkeys.of(whose).isEmpty()) {
            held.add(FactorKind.PASSKEY);
        }
        return held;
    }

    /** What of it their role takes; a role that asks for none takes any. */
    Set<FactorKind> counting(Account account) {
        Set<FactorKind> counting = held(account.id());
        List<FactorKind> taken = account.profile().role().secondSteps();
        if (!taken.isEmpty()) {
            counting.retainAll(taken);
        }
        return counting;
    }

    /** Whether they have to set one up before anything else. */
    boolean due(Account account) {
        if (account.demonstration()
                || account.profile().role().secondSteps().isEmpty()
                || !counting(account).isEmpty()) {
            return false;
        }
        Instant first = numbers.askedSince(account.id());
        return !clock.instant().isBefore(first.plus(settings.grace()));
    }

    /** Whether one may go: none need stay, or another that counts does. */
    boolean mayRemove(Account account, FactorKind kind) {
        if (account.profile().role().secondSteps().isEmpty()) {
            return true;
        }
        if (kind == FactorKind.PASSKEY && passkeys.of(account.id()).size() > 1) {
            return true;
        }
        Set<FactorKind> left = counting(account);
        boolean counted = left.remove(kind);
        return !counted || !left.isEmpty();
    }

    /** Codes on paper, where there are none yet; empty where there are. */
    List<String> firstCodes(StaffId whose) {
        return numbers.recoveryCodesLeft(whose) > 0 ? List.of() : numbers.renewCodes(whose);
    }

    /** Everything at once: for whoever lost it all, by two people, and for whoever left. */
    void removeAll(StaffId whose) {
        numbers.remove(whose);
        passkeys.removeAll(whose);
    }
}
