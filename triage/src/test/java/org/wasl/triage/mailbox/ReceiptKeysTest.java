package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasl.triage.intake.MailboxAddress;
import org.wasl.triage.seal.Bytes;
import org.wasl.triage.seal.Peppers;
import org.wasl.triage.seal.Vectors;
import tools.jackson.databind.JsonNode;

class ReceiptKeysTest {

    private static final Receipt RECEIPT = new Receipt("12345678901234567888");
    private static final Bytes PEPPER = Bytes.ofHex("0a".repeat(32));
    private static final Bytes NEWER_PEPPER = Bytes.ofHex("0b".repeat(32));

    static Stream<JsonNode> vectors() {
        return Vectors.of("receipts-v1.json");
    }

    /** Computed apart from this code, with another implementation of every step. */
    @ParameterizedTest
    @MethodSource("vectors")
    void derivesTheSameForEver(JsonNode vector) {
        int version = vector.get("pepperVersion").asInt();
        Peppers peppers = Peppers.of(Map.of(version, Vectors.bytes(vector, "pepper")));

        List<MailboxKeys> derived = new ReceiptKeys(peppers)
                .derive(new Receipt(vector.get("receipt").asString()));

        assertThat(derived)
                .containsExactly(new MailboxKeys(
                        new MailboxAddress(
                                vector.get("mailboxId").asString(),
                                Vectors.bytes(vector, "replyKey"),
                                Vectors.bytes(vector, "verifyKey"),
                                version),
                        Vectors.bytes(vector, "privateReplyKey"),
                        Vectors.bytes(vector, "privateSignKey")));
    }

    @Test
    void findsAnOldMailboxAfterThePepperWasRotated() {
        MailboxKeys before =
                new ReceiptKeys(Peppers.of(Map.of(1, PEPPER))).derive(RECEIPT).getFirst();

        List<MailboxKeys> after = new ReceiptKeys(Peppers.of(Map.of(1, PEPPER, 2, NEWER_PEPPER))).derive(RECEIPT);

        assertThat(after).hasSize(2);
        assertThat(after.get(0).address().pepper()).isEqualTo(2);
        assertThat(after.get(1)).isEqualTo(before);
        assertThat(after.get(0).address().id()).isNotEqualTo(before.address().id());
    }

    @Test
    void derivesTheSigningHalfFromTheReplyKey() {
        MailboxKeys keys =
                new ReceiptKeys(Peppers.of(Map.of(1, PEPPER))).derive(RECEIPT).getFirst();

        assertThat(ReceiptKeys.signKeyOf(keys.privateReplyKey())).isEqualTo(keys.privateSignKey());
    }

    @Test
    void refusesEqualPeppersAndNone() {
        assertThatThrownBy(() -> Peppers.of(Map.of(1, PEPPER, 2, PEPPER)))
                .hasMessage("peppers: two versions are equal (expected: all different)");
        assertThatThrownBy(() -> Peppers.of(Map.of())).hasMessage("peppers: none (expected: at least one)");
    }
}
