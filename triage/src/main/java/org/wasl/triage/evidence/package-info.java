/** What points at the one who threatens, without a picture: accounts, links, numbers and sums, in one form each. */
@NullMarked
package org.wasl.triage.evidence;

import org.jspecify.annotations.NullMarked;
