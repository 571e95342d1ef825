/** Staff: accounts, roles and permissions, sign-in and sessions, duty, the linked account alerts go to. */
@NullMarked
package org.wasl.admin.officer;

import org.jspecify.annotations.NullMarked;
