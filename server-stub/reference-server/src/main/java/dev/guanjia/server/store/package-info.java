/**
 * SQL, one class per table or two. Every statement names the tenant first. Nothing here decides
 * anything.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.store;
