/**
 * The way from the content folder to the published site, one stage after the other. What a stage
 * needs comes from the stages before it.
 */
package rahnamo.pipeline;
