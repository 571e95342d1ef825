/** How Wasl is put together and run: the launcher, the two nodes, settings and what is said at the start. */
@NullMarked
package org.wasl.config;

import org.jspecify.annotations.NullMarked;
