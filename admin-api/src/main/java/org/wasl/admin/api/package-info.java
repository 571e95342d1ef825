/** What the REST API says of itself: its OpenAPI 3.1 description, made from the routes and completed here. */
@NullMarked
package org.wasl.admin.api;

import org.jspecify.annotations.NullMarked;
