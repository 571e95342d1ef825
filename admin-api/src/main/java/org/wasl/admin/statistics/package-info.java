/** Counts kept apart from the cases they came from, and what of them may be told to whom. */
@NullMarked
package org.wasl.admin.statistics;

import org.jspecify.annotations.NullMarked;
