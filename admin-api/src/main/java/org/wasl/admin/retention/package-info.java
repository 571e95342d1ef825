/** How long a case is kept, who may forbid its destruction, and its destruction with a proof that it is gone. */
@NullMarked
package org.wasl.admin.retention;

import org.jspecify.annotations.NullMarked;
