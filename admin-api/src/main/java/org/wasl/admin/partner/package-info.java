/**
 * Others who help: the directory of partners, referral to one of them as far as the person agrees, transfer to another
 * unit, and what is handed over with it.
 */
@NullMarked
package org.wasl.admin.partner;

import org.jspecify.annotations.NullMarked;
