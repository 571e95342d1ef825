/**
 * Copies of pictures that can be looked at. What a stranger sent is taken apart in a process of its own, which has no
 * key, no case and no address in its memory and nothing but this package's own few classes to run; the desk gets back a
 * picture drawn anew, or a reason why there is none. Start reading at {@link org.wasl.admin.picture.WorkingCopies}.
 */
@NullMarked
package org.wasl.admin.picture;

import org.jspecify.annotations.NullMarked;
