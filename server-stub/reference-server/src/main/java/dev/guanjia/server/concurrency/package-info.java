/**
 * Two writers are kept apart: {@link dev.guanjia.server.concurrency.Version Version} is what an
 * answer carries as ETag and a change must name in If-Match.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.concurrency;
