package org.wasl.bot.channel;

import java.time.Duration;

/** What became of one attempt to send. Closed. */
public sealed interface SendOutcome {

    /** On the platform; {@code messageRef} is its id there. */
    record Sent(String messageRef) implements SendOutcome {}

    /** Not now; exactly this long from now. {@code ambiguous}: it may have arrived all the same. */
    record RetryAfter(Duration delay, boolean ambiguous) implements SendOutcome {}

    /** The platform will never take this message. */
    record RefusedForGood(String code) implements SendOutcome {}

    /** The citizen blocked the bot or closed the chat. */
    record BlockedByCitizen() implements SendOutcome {}

    /** Wrong token, wrong address of the platform: an operator must act. */
    record Misconfigured(String code) implements SendOutcome {}
}
