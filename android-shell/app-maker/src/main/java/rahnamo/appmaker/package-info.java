/**
 * Makes the app of a publisher out of the kit that the build of the app wrote. The program finds it
 * as a service, and only where somebody makes an app.
 */
@NullMarked
package rahnamo.appmaker;

import org.jspecify.annotations.NullMarked;
