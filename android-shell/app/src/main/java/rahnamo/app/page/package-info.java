/**
 * Answers what a page of a pack asks for, from the pack alone. Plain Java, so that all of it can be
 * tested without a phone.
 */
package rahnamo.app.page;
