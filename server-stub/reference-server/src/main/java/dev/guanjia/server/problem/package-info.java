/**
 * How the server says no: throw a {@link dev.guanjia.server.problem.Fault Fault} for a request that
 * cannot be served, a {@link dev.guanjia.server.problem.Refused Refused} for what a rule forbids.
 * {@link dev.guanjia.server.problem.ProblemBody ProblemBody} words both, in the caller's language.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.problem;
