/** Who read how much of what is hard to read, so that somebody notices in time; and what of the queue is new to whom. */
@NullMarked
package org.wasl.admin.exposure;

import org.jspecify.annotations.NullMarked;
