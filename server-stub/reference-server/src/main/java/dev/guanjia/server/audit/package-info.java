/**
 * The trail: one row for each command that was carried out, in its transaction, and one for each
 * that was refused for lack of authority, in a transaction of its own. {@link
 * dev.guanjia.server.audit.Audit Audit} writes, nothing rewrites.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.audit;
