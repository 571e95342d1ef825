/** The one page that shows a visitor everything at once. Exists only while the demonstration is on. */
@NullMarked
package org.wasl.config.demonstration;

import org.jspecify.annotations.NullMarked;
