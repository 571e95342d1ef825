/** Cases: what was reported, how urgent it is, who holds it, and what was done. Readable only here and only in memory. */
@NullMarked
package org.wasl.admin.casework;

import org.jspecify.annotations.NullMarked;
