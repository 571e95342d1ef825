/** Starting from classes that were linked before, where a folder beside the jar holds them; the plain start otherwise. */
@NullMarked
package org.wasl.config.start;

import org.jspecify.annotations.NullMarked;
