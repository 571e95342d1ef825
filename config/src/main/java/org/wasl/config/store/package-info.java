/** The servers that come with Wasl, so that one command needs nothing else installed. The launcher owns them. */
@NullMarked
package org.wasl.config.store;

import org.jspecify.annotations.NullMarked;
