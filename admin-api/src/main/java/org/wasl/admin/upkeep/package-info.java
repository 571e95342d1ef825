/** What a node does again and again in the background, from its start to its stop. Knows no feature; features know it. */
@NullMarked
package org.wasl.admin.upkeep;

import org.jspecify.annotations.NullMarked;
