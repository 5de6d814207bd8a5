/** The client against a real HTTP server on this machine; nothing is mocked. */
@org.jspecify.annotations.NullMarked
package dev.guanjia.client;
