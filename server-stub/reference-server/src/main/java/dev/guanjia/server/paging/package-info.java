/**
 * Lists in pages: {@link dev.guanjia.server.paging.PageRequest PageRequest} is what a caller asks
 * for, {@link dev.guanjia.server.paging.Page Page} what a store found. A cursor is the key of the
 * last item, so that a page costs the same however far it is.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.paging;
