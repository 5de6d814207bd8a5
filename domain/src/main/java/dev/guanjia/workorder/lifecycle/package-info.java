/**
 * Which way work orders of each kind go, and who may move them: the rows that {@link
 * dev.guanjia.workorder.lifecycle.Lifecycle Lifecycle} reads.
 *
 * <p>Depends on: catalogue, organisation.
 */
package dev.guanjia.workorder.lifecycle;
