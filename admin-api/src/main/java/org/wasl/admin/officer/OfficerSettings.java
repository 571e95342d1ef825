package org.wasl.admin.officer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of accounts, sessions and sign-in.
 *
 * @param demonstration whether made-up staff exist and one click signs in; never beside real reports
 * @param idle how long a session lives without a request
 * @param lock after how long without anybody at it a screen is covered; session, live chat and claim go on
 * @param longest how long a session lives at all: one shift
 * @param invitation how long a one-time sign-in works
 * @param linkCode how long a code for linking a messaging account works
 * @param duty how long a check-in holds when nobody checks out
 * @param accounts most accounts
 * @param sessions most sessions of one account; the oldest ends
 * @param tries wrong passwords before a further try has to wait
 * @param slowest the longest wait
 * @param waits most places from which tries are counted at once
 */
@ConfigurationProperties("wasl.officer")
public record OfficerSettings(
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("24h") Duration invitation,
        @DefaultValue("15m") Duration linkCode,
        @DefaultValue("10h") Duration duty,
        @DefaultValue("2000") int accounts,
        @DefaultValue("10") int sessions,
        @DefaultValue("5") int tries,
        @DefaultValue("15m") Duration slowest,
        @DefaultValue("10000") int waits) {
    public static final OfficerSettings DEFAULTS = new OfficerSettings(
            false,
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofHours(10),
            2000,
            10,
            5,
            Duration.ofMinutes(15),
            10_000);

    public OfficerSettings {
        if (accounts < 1 || sessions < 1 || tries < 1 || waits < 1) {
            throw new IllegalArgumentException(
                    "wasl.officer: accounts, sessions, tries and waits (expected: each > 0)");
        }
    }
}
