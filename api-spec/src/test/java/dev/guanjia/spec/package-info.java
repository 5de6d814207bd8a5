/**
 * The API document as one file, and what the house demands of it.
 *
 * <p>{@link dev.guanjia.spec.Bundle Bundle} writes the file, {@link dev.guanjia.spec.Document
 * Document} reads it, {@link dev.guanjia.spec.HouseRules HouseRules} lists the demands.
 */
package dev.guanjia.spec;
