/**
 * Who calls, as what, and may they: {@link dev.guanjia.server.access.Authentication Authentication}
 * makes a {@link dev.guanjia.server.access.Caller Caller} of a token, {@link
 * dev.guanjia.server.access.Permissions Permissions} is the one place that asks whether a caller
 * may give a command.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.access;
