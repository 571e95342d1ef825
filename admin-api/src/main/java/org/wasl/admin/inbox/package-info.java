/** What bot nodes left at the boundary: drained, opened, checked, and handed to the feature it is for. */
@NullMarked
package org.wasl.admin.inbox;

import org.jspecify.annotations.NullMarked;
