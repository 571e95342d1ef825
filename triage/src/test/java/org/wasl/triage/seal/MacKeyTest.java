package org.wasl.triage.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MacKeyTest {

    private static final Bytes KEY = Bytes.ofHex("aa".repeat(32));

    @Test
    void tellsPartsApart() {
        MacKey key = MacKey.of(KEY);

        assertThat(key.hex("mark", "telegram", "12")).isEqualTo(key.hex("mark", "telegram", "12"));
        assertThat(key.hex("mark", "telegram", "12")).hasSize(64);
        assertThat(key.hex("mark", "telegram1", "2")).isNotEqualTo(key.hex("mark", "telegram", "12"));
        assertThat(key.hex("event", "telegram", "12")).isNotEqualTo(key.hex("mark", "telegram", "12"));
        assertThat(MacKey.of(Bytes.ofHex("ab".repeat(32))).hex("mark", "telegram", "12"))
                .isNotEqualTo(key.hex("mark", "telegram", "12"));
    }

    @Test
    void refusesAKeyOfAnotherSize() {
        assertThatThrownBy(() -> MacKey.of(Bytes.ofHex("aa"))).hasMessage("MAC key: 1 bytes (expected: 32)");
    }
}
