/**
 * What a case says of its way to others: consents taken by staff, referrals to partners, transfers to other units. Data
 * and its rules only; who decides on it is {@code partner}.
 */
@NullMarked
package org.wasl.admin.referral;

import org.jspecify.annotations.NullMarked;
