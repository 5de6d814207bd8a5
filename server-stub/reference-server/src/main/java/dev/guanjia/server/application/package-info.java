/**
 * What the server does, one class per concept: asks whether the caller may, loads, lets the domain
 * decide, stores, and leaves a row in the trail. Commands run inside the transaction of their
 * request.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.application;
