/**
 * Who is sent to do a job. A {@link dev.guanjia.workorder.dispatch.Proposal Proposal} ranks who can
 * be sent and says why the others cannot; a {@link dev.guanjia.workorder.dispatch.Dispatch
 * Dispatch} gives the job away once, by name, from the pool or by {@link
 * dev.guanjia.workorder.dispatch.Rota Rota}.
 *
 * <p>Depends on: calendar, catalogue, decision, organisation, organisation.staff,
 * workorder.lifecycle.
 */
package dev.guanjia.workorder.dispatch;
