/** The console's pages over the desks: queue, case, audit. Downstream of every other feature and known by none. */
@NullMarked
package org.wasl.admin.console;

import org.jspecify.annotations.NullMarked;
