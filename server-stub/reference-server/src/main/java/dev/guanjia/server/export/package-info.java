/**
 * Rows as a file for people's spreadsheets: {@link dev.guanjia.server.export.Rows Rows} are written
 * one by one as CSV or as a workbook, so that a file may be longer than memory.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.export;
