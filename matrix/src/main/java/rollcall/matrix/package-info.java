@NullMarked
package rollcall.matrix;

import org.jspecify.annotations.NullMarked;
