/** What a page's experience is taken for. */
@NullMarked
package rollcall.scenarios.delivery;

import org.jspecify.annotations.NullMarked;
