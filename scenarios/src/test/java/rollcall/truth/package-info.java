/** Loads on servers of which it is known what they did: whether it is told as it was. */
@NullMarked
package rollcall.truth;

import org.jspecify.annotations.NullMarked;
