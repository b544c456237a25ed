/**
 * Makes a signed Android app out of class files, resources and assets without an Android SDK. Used
 * by the build of the app and by the command {@code apk}.
 */
@NullMarked
package rahnamo.apktools;

import org.jspecify.annotations.NullMarked;
