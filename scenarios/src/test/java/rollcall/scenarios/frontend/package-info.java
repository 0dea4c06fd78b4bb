/** What a page shows, and what it should. */
@NullMarked
package rollcall.scenarios.frontend;

import org.jspecify.annotations.NullMarked;
