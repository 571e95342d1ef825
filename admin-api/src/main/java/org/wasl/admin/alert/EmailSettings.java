package org.wasl.admin.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server alerts leave by.
 *
 * @param host empty for none
 * @param user empty for a server that asks for no sign-in
 * @param from the sender's address; says nothing of what the service is
 * @param encrypted whether the connection has to be encrypted before anything is said (STARTTLS)
 * @param timeout how long each step of a delivery may take
 */
@ConfigurationProperties("wasl.alert.email")
public record EmailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("wasl@localhost") String from,
        @DefaultValue("true") boolean encrypted,
        @DefaultValue("10s") Duration timeout) {

    public static final EmailSettings NONE =
            new EmailSettings("", 587, "", "", "wasl@localhost", true, Duration.ofSeconds(10));

    private static final int MOST = 65_535;

    public EmailSettings {
        if (port < 1 || port > MOST) {
            throw new IllegalArgumentException("wasl.alert.email.port: " + port + " (expected: 1.." + MOST + ")");
        }
        if (!from.contains("@")) {
            throw new IllegalArgumentException("wasl.alert.email.from: (expected: an address)");
        }
    }

    boolean on() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return "EmailSettings[" + (on() ? "on" : "off") + "]";
    }
}
