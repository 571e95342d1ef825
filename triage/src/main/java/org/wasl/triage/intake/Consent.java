package org.wasl.triage.intake;

import java.time.Instant;

/**
 * One consent as it was given.
 *
 * @param scope what was agreed to: {@code report}, {@code visit}, {@code contact}...
 * @param granted whether it was given or refused
 * @param textVersion version of the catalogue whose words were shown
 * @param locale the locale they were shown in
 * @param channel the channel's kind, {@code telegram} or {@code web}
 */
public record Consent(String scope, boolean granted, String textVersion, String locale, Instant at, String channel) {}
