/**
 * A retry is the same request. {@link dev.guanjia.server.idempotency.Keys Keys} remembers what a
 * command answered, in the command's own transaction, and gives the same answer again.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.idempotency;
