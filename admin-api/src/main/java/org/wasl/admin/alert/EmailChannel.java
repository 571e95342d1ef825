package org.wasl.admin.alert;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.wasl.admin.casework.Page;
import org.wasl.admin.officer.StaffId;

/** Alerts by e-mail: one subject, one line and a link, the same for every case. */
final class EmailChannel implements AlertChannel {
    static final String SUBJECT = "Wasl";

    private static final Duration[] PAUSES = {
        Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(3)
    };

    private final EmailSettings settings;
    private final AlertPreferences preferences;
    private final String console;
    private final JavaMailSenderImpl sender;
    private final Clock clock;

    EmailChannel(EmailSettings settings, AlertPreferences preferences, String console, Clock clock) {
        this.settings = settings;
        this.preferences = preferences;
        this.console = console;
        this.clock = clock;
        this.sender = sender(settings);
    }

    @Override
    public Page.Way way() {
        return Page.Way.EMAIL;
    }

    @Override
    public boolean reaches(StaffId staff) {
        return settings.on() && !preferences.of(staff).email().isEmpty();
    }

    @Override
    public boolean slow() {
        return true;
    }

    @Override
    public Handover hand(Alert alert) {
        String to = preferences.of(alert.to()).email();
        if (to.isEmpty()) {
            return new Handover.NoAddress();
        }
        try {
            sender.send(message(alert, to));
            return new Handover.Handed();
        } catch (MailAuthenticationException refused) {
            return new Handover.NotNow(Page.Why.REFUSED);
        } catch (MailSendException failed) {
            // An address the server refuses stays refused; anything else may pass.
            boolean address = failed.getFailedMessages().values().stream()
                    .anyMatch(cause ->
                            cause instanceof SendFailedException && !(cause instanceof AuthenticationFailedException));
            return address ? new Handover.Never(Page.Why.REFUSED) : new Handover.NotNow(Page.Why.UNREACHABLE);
        } catch (MailException | MessagingException failed) {
            return new Handover.NotNow(Page.Why.UNREACHABLE);
        }
    }

    private MimeMessage message(Alert alert, String to) throws MessagingException {
        Named message = new Named(sender, alert.onceValue());
        message.setFrom(settings.from());
        message.setRecipients(jakarta.mail.Message.RecipientType.TO, to);
        message.setSubject(SUBJECT, StandardCharsets.US_ASCII.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setText(body(alert), StandardCharsets.US_ASCII.name());
        return message;
    }

    /** The count apart, the same bytes for every case, every person and every kind of alert. */
    String body(Alert alert) {
        return "Please sign in (" + alert.digits() + "): " + console + "\r\n";
    }

    private static JavaMailSenderImpl sender(EmailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        Properties mail = sender.getJavaMailProperties();
        String timeout = Long.toString(settings.timeout().toMillis());
        mail.setProperty("mail.smtp.connectiontimeout", timeout);
        mail.setProperty("mail.smtp.timeout", timeout);
        mail.setProperty("mail.smtp.writetimeout", timeout);
        mail.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        mail.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.encrypted()));
        mail.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.encrypted()));
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return sender;
    }

    /** A message that is named after its alert, not after the machine and the user it was made by. */
    private static final class Named extends MimeMessage {
        private final String name;

        private Named(JavaMailSenderImpl sender, String name) {
            super(sender.getSession());
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + "@wasl>");
        }
    }

    @Override
    public Duration pause(int tries) {
        return PAUSES[Math.clamp(tries, 0, PAUSES.length - 1)];
    }

    @Override
    public int tries() {
        return PAUSES.length;
    }
}
