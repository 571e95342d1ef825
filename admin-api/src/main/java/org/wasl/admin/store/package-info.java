/**
 * Where a feature keeps what is not a case: each object sealed under a key of its own, found by its id alone, what is
 * still worked on held in memory on every node.
 */
@NullMarked
package org.wasl.admin.store;

import org.jspecify.annotations.NullMarked;
