/**
 * What the operator chose: {@link dev.guanjia.server.settings.Settings Settings} from the
 * environment, and {@link dev.guanjia.server.settings.StartRefused StartRefused} where the server
 * cannot start with that.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.settings;
