package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasl.triage.seal.Bytes;

class PinTest {

    private static final Bytes SALT = Bytes.ofHex("0d".repeat(Pin.SALT));

    @Test
    void readsFourToSixDigitsInAnyScript() {
        assertThat(Pin.digits("4711")).contains("4711");
        assertThat(Pin.digits("٤٧١١")).contains("4711");
        assertThat(Pin.digits(" ۴۷ ۱۱ ۲۲ ")).contains("471122");
        assertThat(Pin.digits("\u20684711\u2069")).contains("4711");
    }

    @Test
    void readsNothingElse() {
        for (String typed : List.of("", "471", "4711223", "47a1", "house 4711", "4711.", "1".repeat(1_000))) {
            assertThat(Pin.digits(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void knowsTheRightOneAndNoOther() {
        Pin pin = Pin.of("4711", SALT);
        assertThat(pin.matches("4711")).isTrue();
        assertThat(pin.matches("4712")).isFalse();
        assertThat(pin.matches("47110")).isFalse();
        assertThat(pin.matches("")).isFalse();
    }

    @Test
    void equalNumbersDoNotLookAlike() {
        assertThat(Pin.of("4711", SALT).check())
                .isNotEqualTo(Pin.of("4711", Bytes.ofHex("0e".repeat(Pin.SALT))).check());
    }

    @Test
    void isNeverPrinted() {
        assertThat(Pin.of("4711", SALT).toString()).doesNotContain("4711").doesNotContain("0d");
    }
}
