/**
 * What every request passes on its way in and out: {@link dev.guanjia.server.edge.TraceFilter
 * TraceFilter} (id, log line), {@link dev.guanjia.server.edge.AuthenticationFilter
 * AuthenticationFilter} (caller), {@link dev.guanjia.server.edge.CommandFilter CommandFilter} (key,
 * transaction), strict JSON, and {@link dev.guanjia.server.edge.ProblemAdvice ProblemAdvice}.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.edge;
