/**
 * What people tell us (受理), recorded before anybody decides what becomes of it: {@link
 * dev.guanjia.workorder.request.ServiceRequest ServiceRequest} is what was said, {@link
 * dev.guanjia.workorder.request.RequestLife RequestLife} what came of it, {@link
 * dev.guanjia.workorder.request.Channels Channels} the ways by which it reaches a company.
 *
 * <p>Depends on: decision, property, workorder, workorder.lifecycle.
 */
package dev.guanjia.workorder.request;
