/** What answers at an entrance are taken for. */
@NullMarked
package rollcall.scenarios.entrance;

import org.jspecify.annotations.NullMarked;
