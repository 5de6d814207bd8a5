/** How one request is found again in the log: {@link dev.guanjia.server.trace.Trace Trace}. */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.trace;
