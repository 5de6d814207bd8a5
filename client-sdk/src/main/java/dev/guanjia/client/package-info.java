/**
 * The front of the client: begin at {@link dev.guanjia.client.Guanjia}, catch {@link
 * dev.guanjia.client.GuanjiaException}, walk lists with {@link dev.guanjia.client.Pages}.
 *
 * <p>Depends on the generated operations and models, the HTTP client of the JDK and Jackson.
 */
package dev.guanjia.client;
