/**
 * The one strict loader of rows. {@link dev.guanjia.catalogue.Table Table} reads a CSV resource
 * whole, {@link dev.guanjia.catalogue.Row Row} gives its typed cells, and {@link
 * dev.guanjia.catalogue.CatalogueException CatalogueException} names every faulty cell at once.
 *
 * <p>Depends on: nothing but the CSV reader. Used by: every package that ships rows.
 */
package dev.guanjia.catalogue;
