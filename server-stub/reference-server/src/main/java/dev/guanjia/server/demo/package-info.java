/**
 * The demonstration: one month of one community, driven over HTTP through the SDK alone. The plan
 * ({@link dev.guanjia.server.demo.DemoPlan}) follows from a seed; the figures of the month are
 * compared with {@code demo-expected.csv}, which a separate plain program computed.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.demo;
