package org.wasl.admin.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what goes to others.
 *
 * @param verifyEvery after so long somebody has to reach a partner again
 * @param most entries of the directory
 * @param mostReferrals of one case
 * @param mostConsents written down by staff in one case
 * @param mostBundles of one referral
 * @param longestText of what staff write in a referral, a transfer or an answer, in characters
 * @param bundleLasts so long something to hand over waits to be released and given out, and so long the partner keeps it
 * @param largestBundle in bytes, before it is closed
 */
@ConfigurationProperties("wasl.partner")
public record PartnerSettings(
        @DefaultValue("180d") Duration verifyEvery,
        @DefaultValue("500") int most,
        @DefaultValue("20") int mostReferrals,
        @DefaultValue("100") int mostConsents,
        @DefaultValue("10") int mostBundles,
        @DefaultValue("1000") int longestText,
        @DefaultValue("14d") Duration bundleLasts,
        @DefaultValue("49152") int largestBundle) {

    public static final PartnerSettings DEFAULTS =
            new PartnerSettings(Duration.ofDays(180), 500, 20, 100, 10, 1000, Duration.ofDays(14), 49152);

    /** What a seal takes at once (63 KB), less what stands around it. */
    private static final int SEALABLE = 60 * 1024;

    public PartnerSettings {
        positive("verify-every", verifyEvery);
        positive("bundle-lasts", bundleLasts);
        positive("most", most);
        positive("most-referrals", mostReferrals);
        positive("most-consents", mostConsents);
        positive("most-bundles", mostBundles);
        positive("longest-text", longestText);
        if (largestBundle < 1 || largestBundle > SEALABLE) {
            throw new IllegalArgumentException(
                    "wasl.partner.largest-bundle: " + largestBundle + " (expected: 1 to " + SEALABLE + ")");
        }
    }

    private static void positive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("wasl.partner." + key + ": " + value + " (expected: > 0)");
        }
    }

    private static void positive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("wasl.partner." + key + ": " + value + " (expected: > 0)");
        }
    }
}
