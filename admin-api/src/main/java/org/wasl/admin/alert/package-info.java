/** Who is called to a case that waits for somebody, by which way, and when the next one is. */
@NullMarked
package org.wasl.admin.alert;

import org.jspecify.annotations.NullMarked;
