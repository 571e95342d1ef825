package org.wasl.bot.filing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wasl.triage.intake.IntakeSealer;
import org.wasl.triage.mailbox.CapsuleContent;
import org.wasl.triage.mailbox.CapsuleSealer;
import org.wasl.triage.mailbox.ChannelAddressText;
import org.wasl.triage.mailbox.MarkMaker;

/** Wires the filing. */
@Configuration(proxyBeanMethods = false)
public class FilingConfiguration {

    @Bean
    Filing filing(IntakeSealer sealer, CapsuleSealer capsules, MarkMaker marks) {
        return new Filing(
                sealer::seal,
                (address, replyKey, pepper, terms, about) -> BoundCapsule.wrap(
                        about,
                        capsules.seal(
                                new CapsuleContent(
                                        new ChannelAddressText(address.kind().name(), address.value()),
                                        replyKey,
                                        pepper,
                                        terms),
                                about)),
                address -> marks.mark(address.kind().name(), address.value()));
    }
}
