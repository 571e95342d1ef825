package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wasl.triage.intake.Boundary;

/** Gathers what one atomic step checks and changes; see {@code step.lua}. */
final class Step {

    /** Channel on which an inbox tells that it has grown; a hint only. */
    static final String INBOX_WAKE = "wasl:inbox-wake";

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] ANY = ascii("*");

    /** What the script answered. */
    enum Answer {
        OK,
        LEASE,
        HEAD,
        GONE
    }

    private final ConversationKey key;
    private final List<byte[]> operations = new ArrayList<>();
    private boolean fillsInbox;
    private byte[] head = ANY;
    private byte[] acknowledged = NOTHING;
    private byte[] outgoing = NOTHING;
    private byte[] timer = NOTHING;

    Step(ConversationKey key) {
        this.key = key;
    }

    /** Fences by incarnation and revision; empty for a conversation that must not exist yet. */
    Step expectHead(String expected) {
        head = ascii(expected);
        return this;
    }

    Step acknowledge(String inboxId) {
        acknowledged = ascii(inboxId);
        return this;
    }

    Step expectOutgoing(String id) {
        outgoing = ascii(id);
        return this;
    }

    Step expectTimer(String id) {
        timer = ascii(id);
        return this;
    }

    Step state(byte[] value, Instant lastWord) {
        return operation("state", value, ascii(Long.toString(lastWord.toEpochMilli())), NOTHING);
    }

    Step forget() {
        return operation("nostate", NOTHING, NOTHING, NOTHING);
    }

    Step out(String id, byte[] sealed) {
        return operation("out", ascii(id), sealed, NOTHING);
    }

    Step unout(String id) {
        return operation("unout", ascii(id), NOTHING, NOTHING);
    }

    Step intake(byte[] sealed) {
        return operation("intake", sealed, NOTHING, NOTHING);
    }

    Step timer(String id, Instant due, byte[] sealed) {
        return operation("timer", ascii(id), ascii(Long.toString(due.toEpochMilli())), sealed);
    }

    Step untimer(String id) {
        return operation("untimer", ascii(id), NOTHING, NOTHING);
    }

    Step ref(String id, byte[] sealed) {
        return operation("ref", ascii(id), sealed, NOTHING);
    }

    Step unref(String id) {
        return operation("unref", ascii(id), NOTHING, NOTHING);
    }

    Step work(String id, byte[] sealed) {
        return operation("work", ascii(id), sealed, NOTHING);
    }

    Step unwork(String id) {
        return operation("unwork", ascii(id), NOTHING, NOTHING);
    }

    Step hop(String id, byte[] sealed) {
        return operation("hop", ascii(id), sealed, NOTHING);
    }

    Step unhop(String id) {
        return operation("unhop", ascii(id), NOTHING, NOTHING);
    }

    Step again(String name, byte[] sealed) {
        fillsInbox = true;
        return operation("again", ascii(name), sealed, NOTHING);
    }

    Step attempt(String inboxId) {
        return operation("attempt", ascii(inboxId), NOTHING, NOTHING);
    }

    Step dead(String id, byte[] summary) {
        return operation("dead", ascii(id), summary, NOTHING);
    }

    Step undead(String id) {
        return operation("undead", ascii(id), NOTHING, NOTHING);
    }

    CompletableFuture<Answer> commit(DurableCommit store, ShardKeys keys, long epoch) {
        List<byte[]> args = new ArrayList<>(operations.size() + 9);
        args.add(ascii(Long.toString(epoch)));
        args.add(ascii(key.hex()));
        args.add(head);
        args.add(acknowledged);
        args.add(outgoing);
        args.add(timer);
        args.add(keys.number());
        args.add(ascii(INBOX_WAKE));
        args.add(ascii(Boundary.INTAKE_WAKE));
        args.addAll(operations);
        return store.run(Script.STEP, keys.forStep(), args)
                .thenApply(answer -> Answer.valueOf(new String((byte[]) answer, StandardCharsets.US_ASCII)));
    }

    /** Whether it appends to the inbox. */
    boolean fillsInbox() {
        return fillsInbox;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Step operation(String verb, byte[] a, byte[] b, byte[] c) {
        operations.add(ascii(verb));
        operations.add(a);
        operations.add(b);
        operations.add(c);
        return this;
    }
}
