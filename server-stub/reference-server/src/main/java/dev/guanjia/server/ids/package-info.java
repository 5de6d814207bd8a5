/** What only the shell may make: {@link dev.guanjia.server.ids.Ids Ids} that nobody can guess. */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.ids;
