/**
 * Calling back after the work (回访): which orders, by whom, with what result. {@link
 * dev.guanjia.workorder.callback.CallBackPolicies CallBackPolicies} say which; {@link
 * dev.guanjia.workorder.callback.CallBackFile CallBackFile} keeps the calls until the customer is
 * satisfied; {@link dev.guanjia.workorder.callback.CallBackRate CallBackRate} counts them.
 *
 * <p>Depends on: catalogue, decision, money, organisation, organisation.company, workorder,
 * workorder.lifecycle.
 */
package dev.guanjia.workorder.callback;
