@NullMarked
package org.wasl.admin.print;

import org.jspecify.annotations.NullMarked;
