package org.wasl.triage.evidence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sum that is demanded.
 *
 * @param value whole units, 1 to {@link #MOST}
 */
public record AskedAmount(long value, Currency currency) {

    public static final long MOST = 1_000_000_000_000L;

    /** What it is counted in. */
    public enum Currency {
        DINAR,
        DOLLAR,
        /** Not said. */
        UNKNOWN
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,٬٫ ][0-9]{3})*(?:[.,٫][0-9]{1,2})?(?![0-9])");
    private static final Pattern THOUSAND =
            Pattern.compile("^ ?(?:k\\b|thousand|[اأآ]لف|[اآ]لاف|الاف|ه[هە]?زار|hezar|hazar|alf)");
    private static final Pattern MILLION = Pattern.compile("^ ?(?:m\\b|million|مليون|ملايين|ملی[ۆو]ن|milyon)");
    private static final Pattern DOLLARS = Pattern.compile("\\$|usd|dollar|دولار|د[ۆو]لار");
    private static final Pattern DINARS = Pattern.compile("iqd|dinar|د[يی]نار|عراق[يی]");

    public AskedAmount {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException("amount: out of bounds (expected: 1.." + MOST + ")");
        }
    }

    /** The first sum in these words, digits of any script; empty where there is none. */
    public static Optional<AskedAmount> read(String words) {
        String text =
                Digits.ascii(Normalizer.normalize(words, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return Optional.empty();
        }
        String after = text.substring(number.end());
        double times =
                THOUSAND.matcher(after).find() ? 1_000 : MILLION.matcher(after).find() ? 1_000_000 : 1;
        double value = number(number.group()) * times;
        if (value < 1 || value > MOST) {
            return Optional.empty();
        }
        return Optional.of(new AskedAmount(Math.round(value), currency(text)));
    }

    /** Three digits after a mark are thousands, one or two are a fraction. */
    private static double number(String written) {
        String digits = written.replaceAll("[.,٬٫ ](?=[0-9]{3}(?![0-9]))", "");
        return digits.length() > 15 ? 0 : Double.parseDouble(digits.replaceAll("[,٫]", "."));
    }

    private static Currency currency(String text) {
        if (DOLLARS.matcher(text).find()) {
            return Currency.DOLLAR;
        }
        return DINARS.matcher(text).find() ? Currency.DINAR : Currency.UNKNOWN;
    }

    @Override
    public String toString() {
        return "AskedAmount[redacted]";
    }
}
