package org.wasl.admin.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
    @Test
    void readsWhatItWritesInAnyDigitScript() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 200; i++) {
            CaseNumber number = CaseNumber.random(random);
            assertThat(CaseNumber.read(number.value().replace("-", ""))).contains(number);
            assertThat(CaseNumber.read(" " + number.value().replace('-', ' ') + " "))
                    .contains(number);
            assertThat(CaseNumber.read(inArabicDigits(number.value()))).contains(number);
        }
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
        CaseNumber number = CaseNumber.random(new SecureRandom());
        String digits = number.value().replace("-", "");
        for (int at = 0; at < digits.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                String wrong = digits.substring(0, at) + other + digits.substring(at + 1);
                if (!wrong.equals(digits)) {
                    assertThat(CaseNumber.read(wrong)).as(wrong).isEmpty();
                }
            }
            if (at > 0 && digits.charAt(at) != digits.charAt(at - 1)) {
                String swapped = digits.substring(0, at - 1)
                        + digits.charAt(at)
                        + digits.charAt(at - 1)
                        + digits.substring(at + 1);
                assertThat(CaseNumber.read(swapped)).as(swapped).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(CaseNumber.read("")).isEmpty();
        assertThat(CaseNumber.read("12345678901")).isEmpty();
        assertThat(CaseNumber.read("abcd-efgh-ij")).isEmpty();
        assertThat(CaseNumber.read("1".repeat(100_000))).isEmpty();
    }

    private static String inArabicDigits(String latin) {
        StringBuilder arabic = new StringBuilder();
        latin.chars().forEach(c -> arabic.append(Character.isDigit(c) ? (char) ('٠' + c - '0') : (char) c));
        return arabic.toString();
    }
}
