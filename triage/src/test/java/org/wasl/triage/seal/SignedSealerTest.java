package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.time.Instant;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SignedSealerTest {

    private static final Context CONTEXT = Context.of("wasl/test/v1", "test");
    private static final Envelope ENVELOPE = new Envelope("about", 7, Instant.parse("2026-11-22T10:15:30Z"));
    private static final Bytes WORDS = Bytes.ofUtf8("demonstration words");

    private final KeysetHandle sealing = Keysets.generate(Keysets.SEALING);
    private final KeysetHandle signing = Keysets.generate(Keysets.SIGNING);
    private final Sealer toReader = Sealer.of(Keysets.publicHalf(sealing));
    private final Signer signer = Signer.of(signing);
    private final SignedSealer sealer = new SignedSealer(toReader, signer);
    private final SignedOpener opener = new SignedOpener(Opener.of(sealing), Verifier.of(Keysets.publicHalf(signing)));

    @Test
    void givesBackContentDigestAndEnvelope() {
        assertThat(open(sealer.seal(WORDS, CONTEXT, ENVELOPE)))
                .isEqualTo(new Opening.Opened<>(WORDS, Digest.of(WORDS), ENVELOPE));
    }

    @Test
    void givesTheSameDigestForTheSameContentSealedTwice() {
        Opening<Bytes> once = open(sealer.seal(WORDS, CONTEXT, ENVELOPE));
        Opening<Bytes> again = open(sealer.seal(WORDS, CONTEXT, ENVELOPE));

        assertThat(again).isEqualTo(once);
    }

    /** Whoever holds the public half can seal; only the sender can sign. */
    @Test
    void refusesAForgery() {
        Signer stranger = Signer.of(Keysets.generate(Keysets.SIGNING));

        assertThat(open(new SignedSealer(toReader, stranger).seal(WORDS, CONTEXT, ENVELOPE)))
                .isEqualTo(new Opening.Refused<>(Refusal.NOT_SIGNED));
    }

    @Test
    void refusesAnotherIdSequenceTimeOrContentUnderATrueSignature() {
        Bytes signature = signer.sign(SignedSealer.statement(CONTEXT, ENVELOPE, Digest.of(WORDS)));

        assertThat(open(sealed(ENVELOPE, signature, WORDS))).isInstanceOf(Opening.Opened.class);
        Opening<Bytes> refused = new Opening.Refused<>(Refusal.NOT_SIGNED);
        assertThat(open(sealed(new Envelope("other", 7, ENVELOPE.at()), signature, WORDS)))
                .isEqualTo(refused);
        assertThat(open(sealed(new Envelope("about", 8, ENVELOPE.at()), signature, WORDS)))
                .isEqualTo(refused);
        assertThat(open(sealed(new Envelope("about", 7, ENVELOPE.at().plusNanos(1)), signature, WORDS)))
                .isEqualTo(refused);
        assertThat(open(sealed(ENVELOPE, signature, Bytes.ofUtf8("other words"))))
                .isEqualTo(refused);
    }

    @Test
    void refusesASignatureMadeForAnotherPurpose() {
        Context other = Context.of("wasl/test/v1", "other");
        Bytes signature = signer.sign(SignedSealer.statement(other, ENVELOPE, Digest.of(WORDS)));

        assertThat(open(sealed(ENVELOPE, signature, WORDS))).isEqualTo(new Opening.Refused<>(Refusal.NOT_SIGNED));
        assertThat(open(sealer.seal(WORDS, other, ENVELOPE))).isEqualTo(new Opening.Refused<>(Refusal.NOT_OPENED));
    }

    @Test
    void refusesAnUnknownVersion() {
        Bytes sealed =
                toReader.seal(new BytesWriter().version(2).text("about", 64).written(), CONTEXT);

        assertThat(open(sealed)).isEqualTo(new Opening.Refused<>(Refusal.UNKNOWN_VERSION));
    }

    @Test
    void packsWhatWouldNotFitAsItIs() {
        String story = "هذه كلمات للعرض فقط، لا يقرؤها أحد. ".repeat(1_500);
        Bytes content = Bytes.ofUtf8(story);

        assertThat(content.size()).isGreaterThan(64 * 1024);
        assertThat(SignedSealer.fits(content)).isTrue();
        assertThat(open(sealer.seal(content, CONTEXT, ENVELOPE)).entryIfOpened())
                .contains(content);
    }

    @Test
    void saysWhatDoesNotFitEvenPacked() {
        byte[] noise = new byte[100_000];
        new Random(5).nextBytes(noise);
        Bytes content = Bytes.copyOf(noise);

        assertThat(SignedSealer.fits(content)).isFalse();
        assertThatThrownBy(() -> sealer.seal(content, CONTEXT, ENVELOPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("content to seal: 100000 bytes, packed ");
        assertThat(SignedSealer.fits(Bytes.copyOf(new byte[600_000]))).isFalse();
    }

    /** A few kilobytes that unpack to a gigabyte are refused after the limit, not after the gigabyte. */
    @Test
    void refusesWhatUnpacksToTooMuch() {
        Bytes bomb = Bytes.copyOf(Packing.pack(new byte[50_000_000]));
        Bytes signature = signer.sign(SignedSealer.statement(CONTEXT, ENVELOPE, Digest.of(WORDS)));
        UnaryOperator<BytesWriter> packed = out -> out.flag(true).bytes(bomb, 64 * 1024);

        assertThat(open(sealed(ENVELOPE, signature, packed))).isEqualTo(new Opening.Refused<>(Refusal.MALFORMED));
        assertThat(open(sealed(ENVELOPE, signature, out -> out.flag(true).bytes(WORDS, 1024))))
                .isEqualTo(new Opening.Refused<>(Refusal.MALFORMED));
    }

    @Test
    void doesNotEvenTryWhatIsTooLarge() {
        assertThat(open(Bytes.copyOf(new byte[100_000]))).isEqualTo(new Opening.Refused<>(Refusal.TOO_LARGE));
    }

    @Test
    void turnsADecodersComplaintIntoARefusal() {
        Bytes sealed = sealer.seal(WORDS, CONTEXT, ENVELOPE);

        assertThat(opener.<Bytes>open(sealed, CONTEXT, content -> {
                    throw new MalformedBytes("x");
                }))
                .isEqualTo(new Opening.Refused<>(Refusal.MALFORMED));
        assertThat(opener.<Bytes>open(sealed, CONTEXT, content -> {
                    throw new IllegalArgumentException("x");
                }))
                .isEqualTo(new Opening.Refused<>(Refusal.MALFORMED));
    }

    private Opening<Bytes> open(Bytes sealed) {
        return opener.open(sealed, CONTEXT, content -> content);
    }

    private Bytes sealed(Envelope envelope, Bytes signature, Bytes content) {
        return sealed(envelope, signature, out -> out.flag(false).bytes(content, 1024));
    }

    private Bytes sealed(Envelope envelope, Bytes signature, UnaryOperator<BytesWriter> content) {
        BytesWriter out = new BytesWriter()
                .version(1)
                .text(envelope.id(), 64)
                .number(envelope.sequence())
                .instant(envelope.at())
                .bytes(signature, 128);
        return toReader.seal(content.apply(out).written(), CONTEXT);
    }
}
