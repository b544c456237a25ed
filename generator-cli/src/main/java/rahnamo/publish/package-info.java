/**
 * Puts a finished site into its output folder so that readers and hosts meet the old site or the
 * new one, whole, even if the program is killed on the way. Only files that an earlier publication
 * wrote are ever replaced or deleted; everything else in the folder belongs to somebody else.
 */
package rahnamo.publish;
