/**
 * Makes the Android app of a site: what goes into it is decided and checked here. The work itself
 * is done by an {@link rahnamo.apk.AppMaker}, which is not part of the program, because its
 * libraries would make every start slower.
 */
package rahnamo.apk;
