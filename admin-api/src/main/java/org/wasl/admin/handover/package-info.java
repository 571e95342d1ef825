/** A shift handed over: what the next one has to know, signed by who goes and by who comes. */
@NullMarked
package org.wasl.admin.handover;

import org.jspecify.annotations.NullMarked;
