package org.wasl.bot.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasl.bot.channel.ChannelAddress;
import org.wasl.bot.conversation.Compact;
import org.wasl.triage.intake.ContactWindows;
import org.wasl.triage.mailbox.Reply;

/**
 * One conversation as it is stored: the dialogue's own state and what the turn needs beside it. The address is in here
 * and nowhere else, so it is under the seal. Confined to the pass that loaded it.
 */
final class Session {

    /** A message in the chat by the platform's id, kept so that it can be deleted. */
    record MessageRef(String ref, Instant at, boolean question) {}

    /** A reply that came when the person was not there. */
    record WaitingReply(Reply reply, String mailboxId) {
        @Override
        public String toString() {
            return "WaitingReply[redacted]";
        }
    }

    /** Version 1 knew no windows, version 2 was not made small; both stay readable. */
    private static final int VERSION = 3;

    private static final int BARE = 2;
    private static final Compact COMPACT = Compact.plain();

    private static final int MOST_REFS = 200;
    private static final int MOST_BOXES = 50;

    final ChannelAddress address;
    final String incarnation;
    int revision;
    Instant lastWord = Instant.EPOCH;
    Instant invitedUntil = Instant.EPOCH;
    /** As this conversation was told last; {@code null} while only a capsule knows. */
    @Nullable
    List<String> windows;

    Instant quietUntil = Instant.EPOCH;
    /** When it is forgotten although nobody spoke in it: a neutral line lives as long as its window. */
    Instant keptUntil = Instant.EPOCH;

    String locale = "";
    boolean awaitsButtons;
    long tokens = -1;
    Instant tokensAt = Instant.EPOCH;
    List<MessageRef> refs = new ArrayList<>();
    List<WaitingReply> waiting = new ArrayList<>();
    Map<String, String> replyBoxes = new LinkedHashMap<>();
    Set<String> boxes = new LinkedHashSet<>();
    Set<String> timers = new LinkedHashSet<>();
    byte[] dialogue = new byte[0];

    Session(ChannelAddress address, String incarnation, int revision) {
        this.address = address;
        this.incarnation = incarnation;
        this.revision = revision;
    }

    /** What the store compares before it takes a turn. */
    String head() {
        return incarnation + ":" + revision;
    }

    void spoke(Instant at, Duration invitation) {
        if (at.isAfter(lastWord)) {
            lastWord = at;
        }
        invitedUntil = lastWord.plus(invitation);
    }

    Invitation invitation() {
        return new Invitation(
                lastWord,
                invitedUntil,
                windows == null ? ContactWindows.NONE : ContactWindows.read(windows),
                quietUntil);
    }

    /** EXIT, pause, a block: what is open now is over, and a window counts again from its next beginning. */
    void left(Instant now) {
        quietUntil = invitation().windows().closes(now).orElse(quietUntil);
        invitedUntil = Instant.EPOCH;
        awaitsButtons = false;
    }

    void remember(MessageRef ref) {
        refs.add(ref);
        while (refs.size() > MOST_REFS) {
            refs.removeFirst();
        }
    }

    void cameThrough(String replyId, String mailboxId) {
        replyBoxes.put(replyId, mailboxId);
        while (replyBoxes.size() > MOST_BOXES) {
            replyBoxes.remove(replyBoxes.keySet().iterator().next());
        }
    }

    Optional<String> openQuestion() {
        return refs.reversed().stream()
                .filter(MessageRef::question)
                .map(MessageRef::ref)
                .findFirst();
    }

    byte[] toStored(DraftSeal seal, ConversationKey key) {
        byte[] prefix = Step.ascii(head() + ":");
        byte[] sealed = seal.seal(write(), "state", key.hex(), incarnation, Integer.toString(revision));
        byte[] all = new byte[prefix.length + sealed.length];
        System.arraycopy(prefix, 0, all, 0, prefix.length);
        System.arraycopy(sealed, 0, all, prefix.length, sealed.length);
        return all;
    }

    /** Head of a stored state without opening it, or empty when it has none. */
    static Optional<String> headOf(byte[] stored) {
        int first = indexOf(stored, 0);
        int second = first < 0 ? -1 : indexOf(stored, first + 1);
        return second < 0
                ? Optional.empty()
                : Optional.of(new String(stored, 0, second, java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** Throws {@link IllegalArgumentException} when it does not open or cannot be read. */
    static Session fromStored(byte[] stored, DraftSeal seal, ConversationKey key) {
        String head = headOf(stored).orElseThrow(() -> new IllegalArgumentException("state without a head"));
        int colon = head.indexOf(':');
        String incarnation = head.substring(0, colon);
        String revision = head.substring(colon + 1);
        byte[] sealed = java.util.Arrays.copyOfRange(stored, head.length() + 1, stored.length);
        byte[] plain = seal.open(sealed, "state", key.hex(), incarnation, revision)
                .orElseThrow(() -> new IllegalArgumentException("state does not open"));
        return read(plain, incarnation, Integer.parseInt(revision));
    }

    private static int indexOf(byte[] stored, int from) {
        for (int i = from; i < Math.min(stored.length, 64); i++) {
            if (stored[i] == ':') {
                return i;
            }
        }
        return -1;
    }

    private byte[] write() {
        byte[] made = COMPACT.make(content());
        return ByteBuffer.allocate(1 + made.length)
                .put((byte) VERSION)
                .put(made)
                .array();
    }

    private byte[] content() {
        PackedWriter out = new PackedWriter();
        ArrivalForm.address(out, address);
        out.instant(lastWord).instant(invitedUntil).text(locale).flag(awaitsButtons);
        out.number(tokens).instant(tokensAt);
        out.list(refs, (o, ref) -> o.text(ref.ref()).instant(ref.at()).flag(ref.question()));
        out.list(waiting, (o, held) -> {
            ArrivalForm.reply(o, held.reply());
            o.text(held.mailboxId());
        });
        out.list(replyBoxes.entrySet(), (o, box) -> o.text(box.getKey()).text(box.getValue()));
        out.list(boxes, PackedWriter::text);
        out.list(timers, PackedWriter::text);
        out.flag(windows != null).list(windows == null ? List.of() : windows, PackedWriter::text);
        out.instant(quietUntil).instant(keptUntil);
        return out.block(dialogue).toBytes();
    }

    private static Session read(byte[] plain, String incarnation, int revision) {
        PackedReader in = new PackedReader(plain);
        int version = in.tag();
        if (version < 1 || version > VERSION) {
            throw in.unknown("version");
        }
        if (version > BARE) {
            in = new PackedReader(COMPACT.open(plain, 1));
        }
        Session session = new Session(ArrivalForm.address(in), incarnation, revision);
        session.lastWord = in.instant();
        session.invitedUntil = in.instant();
        session.locale = in.text();
        session.awaitsButtons = in.flag();
        session.tokens = in.number();
        session.tokensAt = in.instant();
        session.refs = in.list(i -> new MessageRef(i.text(), i.instant(), i.flag()));
        session.waiting = in.list(i -> new WaitingReply(ArrivalForm.reply(i), i.text()));
        in.list(i -> Map.entry(i.text(), i.text()))
                .forEach(box -> session.replyBoxes.put(box.getKey(), box.getValue()));
        session.boxes.addAll(in.list(PackedReader::text));
        session.timers.addAll(in.list(PackedReader::text));
        if (version > 1) {
            boolean known = in.flag();
            List<String> windows = in.list(PackedReader::text);
            session.windows = known ? windows : null;
            session.quietUntil = in.instant();
            session.keptUntil = in.instant();
        }
        session.dialogue = in.block();
        return session;
    }

    @Override
    public String toString() {
        return "Session[redacted]";
    }
}
