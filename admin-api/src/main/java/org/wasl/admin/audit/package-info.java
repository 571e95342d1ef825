/** Who did, read or was refused what: hash chains that show when an entry was changed, cut or forked. Ids and digests only. */
@NullMarked
package org.wasl.admin.audit;

import org.jspecify.annotations.NullMarked;
