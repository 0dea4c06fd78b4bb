@NullMarked
package rollcall.architecture;

import org.jspecify.annotations.NullMarked;
