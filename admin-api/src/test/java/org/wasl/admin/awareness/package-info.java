@NullMarked
package org.wasl.admin.awareness;

import org.jspecify.annotations.NullMarked;
