package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.wasl.triage.intake.Shard;

/** The store's names of one shard, as bytes, made once. The lists stand in the order the scripts declare. */
record ShardKeys(
        Shard shard,
        byte[] number,
        byte[] lease,
        byte[] states,
        byte[] inbox,
        byte[] outbox,
        byte[] timers,
        byte[] due,
        byte[] words,
        byte[] refs,
        byte[] work,
        byte[] hops,
        byte[] attempts,
        byte[] dead,
        List<byte[]> forStep,
        List<byte[]> forAccept,
        List<byte[]> forExpire,
        List<byte[]> forLease,
        List<byte[]> forBox,
        byte[] boxes,
        byte[] mail,
        byte[] attached,
        byte[] attachTimes,
        byte[] dedupe,
        byte[] seq) {

    private static final List<ShardKeys> ALL = IntStream.range(0, Shard.COUNT)
            .mapToObj(number -> make(new Shard(number)))
            .toList();

    static ShardKeys of(Shard shard) {
        return ALL.get(shard.number());
    }

    private static ShardKeys make(Shard shard) {
        byte[] lease = key(shard, "lease");
        byte[] states = key(shard, "states");
        byte[] inbox = key(shard, "inbox");
        byte[] outbox = key(shard, "outbox");
        byte[] timers = key(shard, "timers");
        byte[] due = key(shard, "due");
        byte[] words = key(shard, "words");
        byte[] refs = key(shard, "refs");
        byte[] work = key(shard, "work");
        byte[] hops = key(shard, "hops");
        byte[] intake = shard.intakeKey().getBytes(StandardCharsets.US_ASCII);
        byte[] seq = key(shard, "seq");
        byte[] attempts = key(shard, "attempts");
        byte[] dead = key(shard, "dead");
        byte[] queued = key(shard, "queued");
        byte[] dedupe = key(shard, "dedupe");
        byte[] boxes = key(shard, "boxes");
        byte[] mail = key(shard, "mail");
        byte[] attached = key(shard, "attached");
        byte[] attachTimes = key(shard, "attach-times");
        return new ShardKeys(
                shard,
                Integer.toString(shard.number()).getBytes(StandardCharsets.US_ASCII),
                lease,
                states,
                inbox,
                outbox,
                timers,
                due,
                words,
                refs,
                work,
                hops,
                attempts,
                dead,
                List.of(
                        lease, states, inbox, outbox, timers, due, words, refs, work, hops, intake, seq, attempts, dead,
                        queued),
                List.of(inbox, seq, dedupe, queued),
                List.of(lease, states, outbox, timers, due, words, refs, work),
                List.of(lease),
                List.of(boxes, mail, attached, attachTimes, dedupe),
                boxes,
                mail,
                attached,
                attachTimes,
                dedupe,
                seq);
    }

    private static byte[] key(Shard shard, String name) {
        return shard.key(name).getBytes(StandardCharsets.US_ASCII);
    }
}
