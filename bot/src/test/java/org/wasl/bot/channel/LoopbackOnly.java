package org.wasl.bot.channel;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Refuses every connection that does not stay on this machine, for the rest of the test JVM: classic sockets and
 * channels alike, so that a test can never speak to a real platform by mistake.
 */
public final class LoopbackOnly implements BeforeAllCallback {

    private static boolean installed;

    @Override
    public void beforeAll(ExtensionContext context) {
        install();
    }

    public static synchronized void install() {
        if (installed) {
            return;
        }
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.TypeStrategy.Default.REDEFINE)
                .ignore(ElementMatchers.none())
                .type(ElementMatchers.namedOneOf("java.net.Socket", "sun.nio.ch.SocketChannelImpl"))
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Refusal.class)
                        .on(ElementMatchers.named("connect")
                                .and(ElementMatchers.takesArgument(0, SocketAddress.class)))))
                .installOn(ByteBuddyAgent.install());
        installed = true;
    }

    /** Copied into the JDK's own methods, so it may use nothing but the JDK. */
    static final class Refusal {

        private Refusal() {}

        @Advice.OnMethodEnter
        static void refuse(@Advice.Argument(0) SocketAddress to) {
            if (to instanceof InetSocketAddress address
                    && (address.getAddress() == null || !address.getAddress().isLoopbackAddress())) {
                throw new SecurityException("tests may connect to this machine only");
            }
        }
    }
}
