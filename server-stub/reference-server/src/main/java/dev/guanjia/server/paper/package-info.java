/**
 * Business papers in Chinese: a {@link dev.guanjia.server.paper.Paper Paper} is laid out once as a
 * page for browsers and once as PDF with its font inside. Knows nothing of the rest of the server.
 */
@org.jspecify.annotations.NullMarked
package dev.guanjia.server.paper;
