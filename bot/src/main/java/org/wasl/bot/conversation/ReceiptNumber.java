package org.wasl.bot.conversation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.wasl.triage.mailbox.Receipt;

/** A receipt's digits in the dialogue: minted from what the turn was given, read from what somebody types. */
final class ReceiptNumber {

    private static final BigInteger SPACE = BigInteger.TEN.pow(18);
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    /** 128 bits over 10^18 values: the bias of the remainder is below 2^-68. */
    private static final int ENTROPY = 16;

    private static final int NEAR_FEWEST = 18;
    private static final int NEAR_MOST = 22;
    private static final int FEWEST_MEANT = 6;

    private ReceiptNumber() {}

    static String mint(Entropy entropy) {
        BigInteger random = new BigInteger(1, entropy.bytes(ENTROPY)).mod(SPACE);
        int check = 98 - random.multiply(BigInteger.valueOf(100)).mod(MODULUS).intValue();
        return new Receipt(String.format(Locale.ROOT, "%018d%02d", random, check)).digits();
    }

    /** Empty when it is no receipt, or mistyped. */
    static Optional<String> read(String written) {
        return Receipt.parse(written).map(Receipt::digits);
    }

    /** Whether somebody meant to type a number, right or wrong: digits and no letters. */
    static boolean meant(String written) {
        return written.codePoints().filter(Character::isDigit).count() >= FEWEST_MEANT
                && written.codePoints().noneMatch(Character::isLetter);
    }

    /** Whether it is so long that it can hardly be anything else; such a line must not get into a report. */
    static boolean near(String written) {
        long digits = written.codePoints().filter(Character::isDigit).count();
        return meant(written) && digits >= NEAR_FEWEST && digits <= NEAR_MOST;
    }

    static String grouped(String digits) {
        return new Receipt(digits).formatted();
    }
}
