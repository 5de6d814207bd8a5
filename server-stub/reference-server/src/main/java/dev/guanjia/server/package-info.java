/**
 * The runnable server: {@link dev.guanjia.server.ReferenceServer ReferenceServer} reads the command
 * line, {@link dev.guanjia.server.Server Server} is one running instance.
 *
 * <p>Layers: {@code web} calls {@code application}, which calls {@code store} and the domain. What
 * cuts across them has a package each.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server;
