package org.wasl.triage.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    /** ISO 7064's own example: 794 has the check digits 44. The others were computed apart from this code. */
    @ParameterizedTest
    @CsvSource({
        "000000000000000794, 00000000000000079444",
        "000000000000000000, 00000000000000000098",
        "999999999999999999, 99999999999999999928",
        "123456789012345678, 12345678901234567888",
        "314159265358979323, 31415926535897932317"
    })
    void addsTheCheckDigitsOfIso7064(String random, String receipt) {
        assertThat(Receipt.of18(random).digits()).isEqualTo(receipt);
    }

    @Test
    void catchesEverySingleWrongDigitAndEverySwap() {
        Random random = new Random(97);
        for (int sample = 0; sample < 300; sample++) {
            String digits = sample(random).digits();
            for (int at = 0; at < Receipt.LENGTH; at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != digits.charAt(at)) {
                        assertThat(Receipt.parse(with(digits, at, digit))).isEmpty();
                    }
                }
                for (int other = at + 1; other < Receipt.LENGTH; other++) {
                    char left = digits.charAt(at);
                    char right = digits.charAt(other);
                    if (left != right) {
                        assertThat(Receipt.parse(with(with(digits, at, right), other, left)))
                                .isEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567888",
                " 1234 5678 9012 3456 7888 ",
                "1234-5678-9012-3456-7888",
                "1234.5678.9012.3456.7888",
                "1234\u00a05678\u20099012\u202f3456\u30007888",
                "1234\u20135678\u20119012\u22123456_7888",
                "1234\n5678\t9012\r\n34567888",
                "\u2066\u200f1234 5678\u200e 9012\u200c\u200d 3456 7888\u2069\ufeff",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0668\u0668",
                "\u06f1\u06f2\u06f3\u06f4 \u06f5\u06f6\u06f7\u06f8 \u06f9\u06f0\u06f1\u06f2 \u06f3\u06f4\u06f5\u06f6 \u06f7\u06f8\u06f8\u06f8",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff18\uff18",
                "1\ufe0f\u20e32345678901234567888",
                "1234\u060c5678\u066b9012\u066c3456\u061b7888",
                "\u0661\u0662\u0663\u06645678\u06f9\u06f0123456 7888"
            })
    void readsAnyDigitScriptSeparatorAndInvisibleMark(String typed) {
        assertThat(Receipt.parse(typed)).contains(new Receipt("12345678901234567888"));
        assertThat(Receipt.looksLikeOne(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1234567890123456788",
                "123456789012345678880",
                "12345678901234567887",
                "number 12345678901234567888",
                "1234567890123456788x",
                "+12345678901234567888",
                "07701234567"
            })
    void refusesEverythingElse(String typed) {
        assertThat(Receipt.parse(typed)).isEmpty();
    }

    /** 97 and 00, 98 and 01, 99 and 02 leave the same remainder; only the standard's spelling is a receipt. */
    @ParameterizedTest
    @ValueSource(strings = {"00000000000000000001", "00000000000000006500"})
    void refusesASecondSpellingOfTheCheckDigits(String typed) {
        assertThat(Receipt.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new Receipt(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsASlipOfTheFingerFromSomethingElse() {
        assertThat(Receipt.looksLikeOne("1234 5678 9012 3456 7887")).isTrue();
        assertThat(Receipt.looksLikeOne("1234 5678")).isFalse();
        assertThat(Receipt.looksLikeOne("9".repeat(100_000))).isFalse();
    }

    @Test
    void readsItsOwnFormAgain() {
        SecureRandom random = new SecureRandom();
        Set<String> minted = new HashSet<>();
        for (int round = 0; round < 2_000; round++) {
            Receipt receipt = Receipt.mint(random);
            assertThat(Receipt.parse(receipt.formatted())).contains(receipt);
            assertThat(receipt.formatted()).matches("[0-9]{4}( [0-9]{4}){4}");
            minted.add(receipt.digits());
        }
        assertThat(minted).hasSize(2_000);
    }

    @Test
    void throwsNothingForAnyText() {
        Random random = new Random(13);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(40); at > 0; at--) {
                text.append((char) random.nextInt(0x10000));
            }
            Receipt.parse(text.toString());
        }
        assertThat(Receipt.parse("\ud83d".repeat(20))).isEmpty();
    }

    @Test
    void neverSaysItsDigits() {
        Receipt receipt = new Receipt("12345678901234567888");

        assertThat(receipt.toString()).isEqualTo("Receipt[redacted]");
        assertThatThrownBy(() -> new Receipt("12345678901234567887"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("1234");
        assertThatThrownBy(() -> new Receipt("1234567890123456788x"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("1234");
    }

    private static Receipt sample(Random random) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < 18; at++) {
            digits.append(random.nextInt(10));
        }
        return Receipt.of18(digits.toString());
    }

    private static String with(String digits, int at, char digit) {
        return digits.substring(0, at) + digit + digits.substring(at + 1);
    }
}
