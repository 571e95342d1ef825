/** What every page and every route of the desk shares: problems, entity tags, headers, languages, layout. */
@NullMarked
package org.wasl.admin.web;

import org.jspecify.annotations.NullMarked;
