/** Takes packs in and says what they are, in words. Plain Java over pack-format. */
package rahnamo.app.library;
