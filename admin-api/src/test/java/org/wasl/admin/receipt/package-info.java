@NullMarked
package org.wasl.admin.receipt;

import org.jspecify.annotations.NullMarked;
